"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { rowId } from "@/app/_features/bitext-grid/bitext-grid";
import type { BitextStore } from "@/app/_features/bitext-grid/bitext-store";
import { stateWords } from "@/app/_features/bitext-grid/row-state";
import type { Command } from "@/app/_features/keyboard/registry";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { walkHunks } from "@/app/_features/proposal-card/hunk-walk";
import { announce } from "@/app/_ui/live-region";
import type { RowEntry } from "@/lib/core/review/bitext";
import { useFormat, useT } from "@/lib/i18n/client";
import type { Review } from "./use-review";

/** Whoever stays this long in a row goes on to the next one. */
const AHEAD_AFTER_MS = 1_500;

const isOpenProposal = (entry: RowEntry): boolean => entry.open > 0;

/** Moving from row to row, opening and closing them. */
export function useReviewCommands(review: Review, store: BitextStore): void {
  const t = useT(["workbench", "history"]);
  const router = useRouter();
  const step = useStep(review, store);
  const { active, open, openAt, close, entries } = review;
  const segmentId = entries[active.position]?.id;
  const move = (id: string, keys: string | readonly string[], label: string, run: () => void): Command => ({
    id,
    keys,
    label,
    group: "row",
    run,
    repeat: true,
  });
  const edit = () => {
    if (open?.position === active.position && focusEditor(active.position)) return;
    openAt(active.position, "edit");
  };
  useCommands([
    move("next", ["Alt+ArrowDown", "J"], t("key.next"), () => step(1, "lastRow")),
    move("previous", ["Alt+ArrowUp", "K"], t("key.previous"), () => step(-1, "firstRow")),
    move("next-open", "Alt+Shift+ArrowDown", t("key.nextOpen"), () => step(1, "noOpen", isOpenProposal)),
    move("previous-open", "Alt+Shift+ArrowUp", t("key.previousOpen"), () =>
      step(-1, "noOpen", isOpenProposal),
    ),
    { id: "open", keys: "F2", label: t("key.open"), group: "row", run: edit },
    {
      id: "open-row",
      keys: "Enter",
      label: t("key.open"),
      group: "row",
      run: edit,
      when: () => document.activeElement?.id === rowId(active.position) && open === null,
    },
    {
      id: "close",
      keys: "Escape",
      label: t("key.close"),
      group: "row",
      run: () => {
        close();
        announce(t("say.closed"));
      },
      when: () => open !== null,
    },
    {
      id: "history",
      keys: "Y",
      label: t("history:open"),
      group: "row",
      run: () => router.push(`${window.location.pathname}/history/${segmentId}`),
      when: () => segmentId !== undefined,
    },
    {
      id: "next-hunk",
      keys: "H",
      label: t("key.nextHunk"),
      group: "review",
      run: () => walkHunks(document.getElementById(rowId(active.position)), 1),
      repeat: true,
    },
    {
      id: "previous-hunk",
      keys: "Shift+H",
      label: t("key.previousHunk"),
      group: "review",
      run: () => walkHunks(document.getElementById(rowId(active.position)), -1),
      repeat: true,
    },
  ]);
}

/** One step to a row that is wanted, staying in the way of working: writing, reading, or just looking. */
function useStep(review: Review, store: BitextStore) {
  const t = useT("workbench");
  const format = useFormat();
  const { entries, open, goTo, openAt, next } = review;
  const following = open ? next(1) : null;
  useEffect(() => {
    const timer = window.setTimeout(() => store.fetchAhead(following), AHEAD_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [store, following]);
  return (step: 1 | -1, end: "lastRow" | "firstRow" | "noOpen", wanted?: (entry: RowEntry) => boolean) => {
    const position = next(step, wanted);
    const entry = position === null ? undefined : entries[position];
    if (position === null || !entry) {
      announce(t(`say.${end}`));
      return;
    }
    if (wanted) openAt(position, "read");
    else if (open) openAt(position, open.intent);
    else goTo(position, true);
    announce(
      t("say.row", {
        number: format.number(position + 1),
        count: entries.length,
        state: stateWords(entry, t),
      }),
    );
  };
}

function focusEditor(position: number): boolean {
  const field = document
    .getElementById(rowId(position))
    ?.querySelector<HTMLElement>("[data-row-editor] .cm-content, [data-row-editor] textarea");
  field?.focus();
  return field != null;
}
