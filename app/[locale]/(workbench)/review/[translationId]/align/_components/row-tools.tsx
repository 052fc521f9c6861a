"use client";

import { Button } from "@mantine/core";
import rowStyles from "@/app/_features/import-rows/import-rows.module.css";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import type { RowEntry } from "@/lib/core/review/bitext";
import { useFormat, useT } from "@/lib/i18n/client";
import type { Alignment } from "./use-alignment";
import { ALIGN_KEYS, ROW_ACTS, ROW_OPERATIONS, type RowAct } from "./use-alignment-keys";

/** What can be done with the active row. */
export function RowTools({
  entry,
  position,
  alignment,
  openSplit,
}: {
  readonly entry: RowEntry;
  readonly position: number;
  readonly alignment: Alignment;
  readonly openSplit: () => void;
}) {
  const t = useT("alignment");
  const format = useFormat();
  const { entries, onRow } = alignment;
  const tool = (act: keyof typeof ALIGN_KEYS, label: string, run: () => void) => (
    <Button
      key={act}
      variant="default"
      size="xs"
      onClick={(event) => {
        event.stopPropagation();
        run();
      }}
      rightSection={<KeyHint keys={ALIGN_KEYS[act]} />}
    >
      {label}
    </Button>
  );
  const isPossible = possibleActs(entry, position, entries.length);
  const acts = entry.pinned ? [] : ROW_ACTS.filter(isPossible);
  return (
    <div
      className={rowStyles.actions}
      role="toolbar"
      aria-label={t("toolbar", { number: format.number(position + 1) })}
    >
      {tool("pin", t(entry.pinned ? "act.unpin" : "act.pin"), () =>
        onRow({ kind: "pin", pinned: !entry.pinned }),
      )}
      {!entry.pinned && tool("split", t("act.split"), openSplit)}
      {acts.map((act) => tool(act, t(`act.${act}`), () => onRow(ROW_OPERATIONS[act])))}
    </div>
  );
}

/** Acts that cannot be meant are not offered; the service has the last word on all of them. */
function possibleActs(entry: RowEntry, position: number, count: number): (act: RowAct) => boolean {
  const [hasSource, hasTarget] = [entry.sourceLength > 0, entry.targetLength > 0];
  const possible: Readonly<Record<RowAct, boolean>> = {
    joinPrevious: position > 0,
    joinNext: position + 1 < count,
    unlink: hasSource && hasTarget,
    targetDown: hasTarget,
    targetUp: position > 0 || !hasTarget,
    sourceDown: hasSource,
    sourceUp: position > 0 || !hasSource,
    realign: !entry.approved,
  };
  return (act) => possible[act];
}
