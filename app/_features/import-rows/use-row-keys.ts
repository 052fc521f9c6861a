"use client";

import { useCommands } from "@/app/_features/keyboard/use-commands";
import { useT } from "@/lib/i18n/client";
import type { RowsActs } from "./use-rows";

/** Chords that the row's buttons show. */
export const ROW_KEYS = {
  joinNext: "M",
  joinPrevious: "Shift+M",
  split: "S",
  unlink: "X",
  confirm: "C",
  nextDoubtful: "N",
  counterpart: "G",
} as const;

/** The keys of the list of rows. */
export function useRowKeys({ state, act }: RowsActs, openSplit: () => void, counterpart: number): void {
  const t = useT("import");
  const row = (id: string, keys: readonly string[], label: string, run: () => void, repeat = false) => ({
    id: `import-${id}`,
    keys,
    label,
    group: "row" as const,
    run,
    repeat,
  });
  const move = (step: 1 | -1, to: "row" | "doubtful") => () => act({ kind: "move", step, to });
  useCommands([
    row("next", ["J", "Alt+ArrowDown"], t("row.next"), move(1, "row"), true),
    row("previous", ["K", "Alt+ArrowUp"], t("row.previous"), move(-1, "row"), true),
    row(
      "next-doubtful",
      [ROW_KEYS.nextDoubtful, "Alt+Shift+ArrowDown"],
      t("row.nextDoubtful"),
      move(1, "doubtful"),
    ),
    row(
      "previous-doubtful",
      ["Shift+N", "Alt+Shift+ArrowUp"],
      t("row.previousDoubtful"),
      move(-1, "doubtful"),
    ),
    row("join-next", [ROW_KEYS.joinNext], t("row.joinNext"), () => act({ kind: "join", step: 1 })),
    row("join-previous", [ROW_KEYS.joinPrevious], t("row.joinPrevious"), () =>
      act({ kind: "join", step: -1 }),
    ),
    row("split", [ROW_KEYS.split], t("row.split"), openSplit),
    row("unlink", [ROW_KEYS.unlink], t("row.unlink"), () => act({ kind: "unlink" })),
    {
      ...row("counterpart", [ROW_KEYS.counterpart], t("row.counterpart"), () =>
        act({ kind: "activate", index: counterpart }),
      ),
      when: () => counterpart >= 0,
    },
    row("confirm", [ROW_KEYS.confirm], t("row.confirm"), () => act({ kind: "confirm" })),
    {
      ...row("undo", ["Mod+Z"], t("preview.undo"), () => act({ kind: "undo" })),
      when: () => state.past.length > 0,
      outsideFields: true,
    },
    {
      ...row("redo", ["Mod+Shift+Z", "Mod+Y"], t("preview.redo"), () => act({ kind: "redo" })),
      when: () => state.future.length > 0,
      outsideFields: true,
    },
  ]);
}
