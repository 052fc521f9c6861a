import type { TFunction } from "i18next";
import type { Command } from "@/app/_features/keyboard/registry";
import { focusedHunk } from "./hunk-walk";
import type { ProposalCardHandle } from "./proposal-card";

/** Opens the field for an editor's own words. */
export const editCommand = (
  t: TFunction<"workbench">,
  card: () => ProposalCardHandle | undefined,
): Command => ({
  id: "edit-proposal",
  keys: "E",
  label: t("edit.open"),
  group: "review",
  when: () => card()?.decision() != null,
  run: () => card()?.decision()?.edit(),
});

/** Taking and leaving the change with the focus. The change itself hears the same keys, whatever is switched off. */
export function hunkCommands(
  t: TFunction<"workbench">,
  card: () => ProposalCardHandle | undefined,
): readonly Command[] {
  const when = () => focusedHunk() !== null;
  return [
    {
      id: "take-hunk",
      keys: "Space",
      label: t("key.takeHunk"),
      group: "review",
      when,
      run: () => card()?.decision()?.choose("toggle"),
    },
    {
      id: "leave-hunk",
      keys: "Shift+Space",
      label: t("key.leaveHunk"),
      group: "review",
      when,
      run: () => card()?.decision()?.choose("leave"),
    },
  ];
}

/** What people say about the proposal, and about words of it. */
export function threadCommands(
  t: TFunction<"decisions">,
  card: () => ProposalCardHandle | undefined,
): readonly Command[] {
  const when = () => card() !== undefined;
  return [
    {
      id: "comments",
      keys: "N",
      label: t("threads.key"),
      group: "review",
      when,
      run: () => card()?.discuss(),
    },
    {
      id: "comment-words",
      keys: "Alt+N",
      label: t("threads.keyWords"),
      group: "review",
      when,
      run: () => card()?.discussWords(),
    },
  ];
}
