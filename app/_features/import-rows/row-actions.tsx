"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import type { Bead } from "@/lib/core/alignment/bead";
import { useT } from "@/lib/i18n/client";
import styles from "./import-rows.module.css";
import type { RowsAction } from "./rows-state";
import { ROW_KEYS } from "./use-row-keys";

/** Can the row be cut otherwise than by taking its two sides apart? */
export const isSplittable = (bead: Bead): boolean =>
  bead.sourceTo - bead.sourceFrom > 1 || bead.targetTo - bead.targetFrom > 1;

/** What can be done with the active row. */
export function RowActions({
  bead,
  index,
  count,
  act,
  openSplit,
  counterpart,
}: {
  readonly bead: Bead;
  readonly index: number;
  readonly count: number;
  readonly act: (action: RowsAction) => void;
  readonly openSplit: () => void;
  /** Index of the row that seems to hold the other side; -1 if there is none. */
  readonly counterpart: number;
}) {
  const t = useT("import");
  const isOneSided = bead.sourceFrom === bead.sourceTo || bead.targetFrom === bead.targetTo;
  const action = (label: keyof typeof ROW_KEYS, run: () => void, possible: boolean): ReactNode =>
    possible && (
      <Button variant="default" size="xs" onClick={run} rightSection={<KeyHint keys={ROW_KEYS[label]} />}>
        {t(`row.${label}`)}
      </Button>
    );
  return (
    <div className={styles.actions} role="toolbar" aria-label={t("preview.actions", { number: index + 1 })}>
      {action("counterpart", () => act({ kind: "activate", index: counterpart }), counterpart >= 0)}
      {action("confirm", () => act({ kind: "confirm" }), bead.confidence < 1)}
      {action("joinPrevious", () => act({ kind: "join", step: -1 }), index > 0)}
      {action("joinNext", () => act({ kind: "join", step: 1 }), index + 1 < count)}
      {action("split", openSplit, isSplittable(bead))}
      {action("unlink", () => act({ kind: "unlink" }), !isOneSided)}
    </div>
  );
}
