"use client";

import { useRouter } from "next/navigation";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import type { Command } from "@/app/_features/keyboard/registry";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { useT, useUiLocale } from "@/lib/i18n/client";
import type { Alignment, RowOperation } from "./use-alignment";

/** Chords that buttons show. */
export const ALIGN_KEYS = {
  pin: "P",
  joinNext: "M",
  joinPrevious: "Shift+M",
  split: "S",
  unlink: "X",
  targetDown: "D",
  targetUp: "U",
  sourceDown: "Shift+D",
  sourceUp: "Shift+U",
  realign: "A",
  nextDoubtful: "N",
} as const;

/** What the keys and the buttons of the active row do. */
export const ROW_OPERATIONS = {
  joinPrevious: { kind: "join", with: "previous" },
  joinNext: { kind: "join", with: "next" },
  unlink: { kind: "unlink" },
  targetDown: { kind: "shift", side: "target", direction: "down" },
  targetUp: { kind: "shift", side: "target", direction: "up" },
  sourceDown: { kind: "shift", side: "source", direction: "down" },
  sourceUp: { kind: "shift", side: "source", direction: "up" },
  realign: { kind: "realign" },
} as const satisfies Record<string, RowOperation>;

export type RowAct = keyof typeof ROW_OPERATIONS;
export const ROW_ACTS = Object.keys(ROW_OPERATIONS) as readonly RowAct[];

/** The keys of the rows. */
export function useAlignmentKeys(alignment: Alignment, openSplit: () => void): void {
  const t = useT("alignment");
  const router = useRouter();
  const locale = useUiLocale();
  const { head } = useBitext();
  const { state, entries, active, move, goToDoubtful, onRow, realign, travel } = alignment;
  const command = (id: string, keys: readonly string[], label: string, run: () => void): Command => ({
    id: `align-${id}`,
    keys,
    label,
    group: "row",
    run,
  });
  const moving = (id: string, keys: readonly string[], label: string, run: () => void): Command => ({
    ...command(id, keys, label, run),
    repeat: true,
  });
  const repairing = (one: Command): Command => ({ ...one, when: () => state.mayRepair });
  const pinned = entries[active.position]?.pinned ?? false;
  useCommands([
    moving("next", ["J", "Alt+ArrowDown"], t("act.next"), () => move(1)),
    moving("previous", ["K", "Alt+ArrowUp"], t("act.previous"), () => move(-1)),
    moving("next-doubtful", [ALIGN_KEYS.nextDoubtful, "Alt+Shift+ArrowDown"], t("act.nextDoubtful"), () =>
      goToDoubtful(1),
    ),
    moving("previous-doubtful", ["Shift+N", "Alt+Shift+ArrowUp"], t("act.previousDoubtful"), () =>
      goToDoubtful(-1),
    ),
    ...ROW_ACTS.map((act) =>
      repairing(command(act, [ALIGN_KEYS[act]], t(`act.${act}`), () => onRow(ROW_OPERATIONS[act]))),
    ),
    repairing(command("split", [ALIGN_KEYS.split], t("act.split"), openSplit)),
    repairing(
      command("pin", [ALIGN_KEYS.pin], t(pinned ? "act.unpin" : "act.pin"), () =>
        onRow({ kind: "pin", pinned: !pinned }),
      ),
    ),
    {
      ...command("cancel-realign", ["Escape"], t("realign.cancel"), realign.cancel),
      when: () => realign.progress !== null,
    },
    {
      ...command("undo", ["Mod+Z"], t("act.undo"), () => travel("undo")),
      when: () => state.mayRepair,
      outsideFields: true,
    },
    {
      ...command("redo", ["Mod+Shift+Z", "Mod+Y"], t("act.redo"), () => travel("redo")),
      when: () => state.mayRepair,
      outsideFields: true,
    },
    {
      ...command("back", [], t("back"), () =>
        router.push(`/${locale}/review/${head.translationId}?row=${active.position + 1}`),
      ),
      group: "navigation",
    },
  ]);
}
