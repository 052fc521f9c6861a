"use client";

import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { BitextHead, Row, RowEntry } from "@/lib/core/review/bitext";
import type { BitextStore } from "./bitext-store";

interface Bitext {
  readonly store: BitextStore;
  readonly head: BitextHead;
  /** Numbers of the inline codes of both sides, for diffs and editors. */
  readonly sourceCodeIds: ReadonlySet<number>;
  readonly targetCodeIds: ReadonlySet<number>;
}

export const BitextContext = createContext<Bitext | null>(null);

export function useBitext(): Bitext {
  const bitext = useContext(BitextContext);
  if (!bitext) throw new Error("useBitext needs a BitextContext above it");
  return bitext;
}

export const useEntries = (store: BitextStore): readonly RowEntry[] =>
  useSyncExternalStore(store.subscribe, store.entries, store.entries);

/** The row at a position, null while its text is not there. Renders again when this row changes, and only then. */
export function useRow(position: number): Row | null {
  const { store } = useBitext();
  const read = useCallback(() => store.rowAt(position), [store, position]);
  return useSyncExternalStore(store.subscribe, read, read);
}

export function useEntry(position: number): RowEntry | undefined {
  const { store } = useBitext();
  const read = useCallback(() => store.entries()[position], [store, position]);
  return useSyncExternalStore(store.subscribe, read, read);
}
