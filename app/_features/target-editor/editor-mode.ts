"use client";

import { useSyncExternalStore } from "react";

const KEY = "gegenlesen.plain-editor";
const listeners = new Set<() => void>();
/** Some browsers forbid storage; then the wish lasts as long as the page. */
let forThisPage: boolean | null = null;

function readsPlain(): boolean {
  if (forThisPage !== null) return forThisPage;
  try {
    return window.localStorage.getItem(KEY) === "on";
  } catch {
    return false;
  }
}

/** Whether this person wants the plain text field of the system instead of the editor. */
export const usePlainEditor = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readsPlain,
    () => false,
  );

export function setPlainEditor(on: boolean): void {
  try {
    window.localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    forThisPage = on;
  }
  for (const listener of listeners) listener();
}
