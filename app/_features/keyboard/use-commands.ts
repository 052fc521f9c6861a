"use client";

import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from "react";
import type { BoundCommand, Command, CommandRegistry } from "./registry";

interface Keyboard {
  readonly registry: CommandRegistry;
  readonly openHelp: () => void;
  readonly openPalette: () => void;
}

export const KeyboardContext = createContext<Keyboard | null>(null);

/** Opens help or palette from a button, and reads the commands. */
export function useKeyboard(): Keyboard {
  const keyboard = useContext(KeyboardContext);
  if (!keyboard) throw new Error("useKeyboard needs a KeyboardProvider above it");
  return keyboard;
}

/** Registers what this component can do, as long as it is mounted. Pass a fresh list at every render. */
export function useCommands(commands: readonly Command[]): void {
  const { registry } = useKeyboard();
  const slot = useRef<ReturnType<CommandRegistry["open"]>>(null);
  useEffect(() => {
    slot.current ??= registry.open();
    registry.fill(slot.current, commands);
  });
  useEffect(
    () => () => {
      if (slot.current) registry.close(slot.current);
    },
    [registry],
  );
}

const NONE: readonly BoundCommand[] = [];

/** What everything on this page can do, for lists of it. */
export function useAllCommands(): readonly BoundCommand[] {
  const { registry } = useKeyboard();
  return useSyncExternalStore(registry.subscribe, registry.list, () => NONE);
}
