"use client";

import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useT } from "@/lib/i18n/client";
import { CommandPalette } from "./command-palette";
import { commandFor, placeOf } from "./dispatch";
import { HelpOverlay } from "./help-overlay";
import { type CommandRegistry, createCommandRegistry } from "./registry";
import { currentPlatform, singleKeysOn } from "./settings";
import { KeyboardContext, useCommands, useKeyboard } from "./use-commands";

function useKeyDown(registry: CommandRegistry): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const settings = { platform: currentPlatform(), singleKeys: singleKeysOn() };
      const command = commandFor(event, registry.list(), placeOf(event.target), settings);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [registry]);
}

/** One list of commands drives the keys, the help and the palette of everything below. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createCommandRegistry);
  const [shown, setShown] = useState<"help" | "palette" | null>(null);
  useKeyDown(registry);
  const keyboard = useMemo(
    () => ({
      registry,
      openHelp: () => setShown("help"),
      openPalette: () => setShown("palette"),
    }),
    [registry],
  );
  return (
    <KeyboardContext value={keyboard}>
      <GeneralCommands />
      {children}
      <HelpOverlay opened={shown === "help"} onClose={() => setShown(null)} />
      <CommandPalette opened={shown === "palette"} onClose={() => setShown(null)} />
    </KeyboardContext>
  );
}

function GeneralCommands() {
  const t = useT("keyboard");
  const { openHelp, openPalette } = useKeyboard();
  useCommands([
    { id: "palette", keys: "Mod+K", label: t("palette.open"), group: "general", run: openPalette },
    { id: "help", keys: "?", label: t("help.open"), group: "general", run: openHelp },
  ]);
  return null;
}
