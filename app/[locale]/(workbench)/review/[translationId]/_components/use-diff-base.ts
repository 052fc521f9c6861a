"use client";

import { useSyncExternalStore } from "react";
import type { SegmentDetail } from "@/lib/core/review/bitext";

export type DiffBase = "machine" | "current" | "previous";

const ORDER: readonly DiffBase[] = ["machine", "current", "previous"];
const KEY = "gegenlesen.diff-base";
const listeners = new Set<() => void>();
let wished: DiffBase | null = null;

function readWish(): DiffBase {
  if (wished) return wished;
  try {
    const stored = window.sessionStorage.getItem(KEY);
    wished = ORDER.find((base) => base === stored) ?? "current";
  } catch {
    wished = "current";
  }
  return wished;
}

function wish(base: DiffBase): void {
  wished = base;
  try {
    window.sessionStorage.setItem(KEY, base);
  } catch {
    // remembered until the page is left
  }
  for (const listener of listeners) listener();
}

/** The texts that a row can be compared with; the same text is offered once. */
export function basesOf({ row, machineText, history }: SegmentDetail): ReadonlyMap<DiffBase, string> {
  const bases = new Map<DiffBase, string>([["machine", machineText]]);
  if (row.revisionNumber > 1) bases.set("current", row.targetText);
  const previous = history.at(-2);
  if (previous && previous.number > 1) bases.set("previous", previous.targetText);
  return bases;
}

/** What the diff of an open row compares with. The wish is remembered from row to row. */
export function useDiffBase(detail: SegmentDetail) {
  const wanted = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readWish,
    (): DiffBase => "current",
  );
  const bases = basesOf(detail);
  const base: DiffBase = bases.has(wanted) ? wanted : bases.has("current") ? "current" : "machine";
  const cycle = (): DiffBase => {
    const offered = ORDER.filter((one) => bases.has(one));
    const next = offered[(offered.indexOf(base) + 1) % offered.length] ?? base;
    wish(next);
    return next;
  };
  return { base, text: bases.get(base) ?? "", canSwitch: bases.size > 1, cycle };
}
