"use client";

import { useSyncExternalStore } from "react";
import type { Platform } from "./binding";

const SINGLE_KEYS = "gegenlesen.single-keys";
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
};

/** Some browsers forbid storage; then the wish lasts as long as the page. */
let forThisPage: boolean | null = null;

export function singleKeysOn(): boolean {
  if (forThisPage !== null) return forThisPage;
  try {
    return window.localStorage.getItem(SINGLE_KEYS) !== "off";
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    window.localStorage.setItem(SINGLE_KEYS, on ? "on" : "off");
  } catch {
    forThisPage = on;
  }
  for (const listener of listeners) listener();
}

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeysOn, () => true);

export const currentPlatform = (): Platform =>
  /mac|iphone|ipad/i.test(window.navigator.platform) ? "mac" : "other";

const never = () => () => undefined;

/** The server does not know the keyboard: it writes what most have, the browser corrects it. */
export const usePlatform = (): Platform =>
  useSyncExternalStore(never, currentPlatform, (): Platform => "other");
