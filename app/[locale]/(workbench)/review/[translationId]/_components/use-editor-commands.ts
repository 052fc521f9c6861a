"use client";

import type { Platform } from "@/app/_features/keyboard/binding";
import type { Command } from "@/app/_features/keyboard/registry";
import { usePlatform } from "@/app/_features/keyboard/settings";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { useT } from "@/lib/i18n/client";

/** Option+Backspace deletes a word on every Mac. */
export const DISCARD_KEYS: Readonly<Record<Platform, string>> = {
  mac: "Mod+Shift+Backspace",
  other: "Alt+Backspace",
};

export interface EditorActions {
  readonly propose: (andNext: boolean) => void;
  readonly discard: () => Promise<void>;
  readonly undoDiscard: () => void;
  readonly copySource: () => void;
  readonly backToMachine: () => void;
  readonly switchBase: () => void;
  readonly withdraw: () => void;
}

/** The keys of the editor, while it is there. On a proposal the same chords decide instead. */
export function useEditorCommands(
  actions: EditorActions,
  can: { readonly canSwitch: boolean; readonly canUndo: boolean; readonly isChangedNow: () => boolean },
): void {
  const t = useT("workbench");
  const platform = usePlatform();
  const edit = (id: string, keys: string, label: string, run: () => void, when?: () => boolean): Command => ({
    id,
    keys,
    label,
    group: "edit",
    run,
    ...(when && { when }),
  });
  const mayPropose = () => can.isChangedNow() && !isOnCard();
  useCommands([
    edit("propose", "Mod+Enter", t("editor.propose"), () => actions.propose(false), mayPropose),
    edit("propose-next", "Mod+Shift+Enter", t("editor.proposeNext"), () => actions.propose(true), mayPropose),
    edit("copy-source", "Alt+C", t("editor.copySource"), actions.copySource),
    edit("back-to-machine", "Alt+M", t("editor.backToMachine"), actions.backToMachine),
    edit(
      "discard",
      DISCARD_KEYS[platform],
      t("editor.discard"),
      () => void actions.discard(),
      can.isChangedNow,
    ),
    edit("undo", "U", t("key.undo"), actions.undoDiscard, () => can.canUndo),
    edit("diff-base", "Alt+Shift+D", t("key.diffBase"), actions.switchBase, () => can.canSwitch),
  ]);
}

/** Is the focus on a proposal of somebody? Then deciding is meant, not writing. */
export const isOnCard = (): boolean => document.activeElement?.closest("[data-proposal-card]") != null;
