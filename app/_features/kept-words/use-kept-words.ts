"use client";

import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import { type Kept, KeptWords } from "./kept-words";

/** Whose words they are: the person's id, so that nobody finds another one's on a shared device. */
export const WordsOwner = createContext<string>("");

const words = new KeptWords(() => (typeof window === "undefined" ? null : window.localStorage));
const NONE = (): null => null;

/**
 * What was typed at a place ("edit", "decline" …) about a thing and not sent yet. It outlives the form, the page
 * and the window, until `forget` says that it was sent.
 */
export function useKeptWords(place: string, id: string) {
  const key = `gegenlesen.words.${useContext(WordsOwner)}.${place}.${id}`;
  const kept = useSyncExternalStore(
    words.subscribe,
    useCallback((): Kept | null => words.read(key), [key]),
    NONE,
  );
  return {
    kept,
    keep: (text: string, version: number) => words.write(key, { text, version }),
    forget: () => words.forget(key),
  };
}

/** The same for a field that begins empty: what it holds, and how to keep it. */
export function useKeptField(place: string, id: string) {
  const { kept, keep, forget } = useKeptWords(place, id);
  return [kept?.text ?? "", (text: string) => (text === "" ? forget() : keep(text, 0))] as const;
}
