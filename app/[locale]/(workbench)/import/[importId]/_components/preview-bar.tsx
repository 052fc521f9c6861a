"use client";

import { Button } from "@mantine/core";
import { useMemo } from "react";
import { ROW_KEYS } from "@/app/_features/import-rows/use-row-keys";
import type { RowsActs } from "@/app/_features/import-rows/use-rows";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { SaveState, type SaveStatus } from "@/app/_ui/save-state";
import { StateMark } from "@/app/_ui/state-mark";
import { TravelButtons } from "@/app/_ui/travel-buttons";
import { LOW_CONFIDENCE } from "@/lib/core/document/import-preview";
import { useT } from "@/lib/i18n/client";
import styles from "./import-preview.module.css";

/** Stays in sight above the rows: how many are doubtful, the way to the next one, and the way out. */
export function PreviewBar({
  rows,
  status,
  isBusy,
  isFurtherLanguage,
  onSave,
  onDiscard,
}: {
  readonly rows: RowsActs;
  readonly status: SaveStatus;
  readonly isBusy: boolean;
  readonly isFurtherLanguage: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}) {
  const t = useT(["import", "common"]);
  const { beads } = rows.state;
  const doubtful = useMemo(
    () => beads.filter(({ confidence }) => confidence < LOW_CONFIDENCE).length,
    [beads],
  );
  return (
    <div className={styles.bar}>
      <div className={styles.counts}>
        <span>{t("preview.rows", { count: beads.length })}</span>
        {doubtful > 0 ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<StateMark state="attention" label="" />}
            rightSection={<KeyHint keys={ROW_KEYS.nextDoubtful} />}
            aria-description={t("preview.next")}
            onClick={() => rows.act({ kind: "move", step: 1, to: "doubtful" })}
          >
            {t("preview.doubtful", { count: doubtful })}
          </Button>
        ) : (
          <span className={styles.noDoubt}>
            <StateMark state="approved" label="" /> {t("preview.noDoubt")}
          </span>
        )}
        <TravelButtons
          undo={{
            label: t("preview.undo"),
            isOpen: rows.state.past.length > 0,
            onGo: () => rows.act({ kind: "undo" }),
          }}
          redo={{
            label: t("preview.redo"),
            isOpen: rows.state.future.length > 0,
            onGo: () => rows.act({ kind: "redo" }),
          }}
        />
        <SaveState status={status} label={t(`stored.${status}`)} />
      </div>
      <div className={styles.ends}>
        <ConfirmButton
          variant="default"
          label={t("preview.discard")}
          question={t("preview.discardQuestion")}
          confirmLabel={t("preview.discardConfirm")}
          cancelLabel={t("common:action.cancel")}
          onConfirm={onDiscard}
        />
        <Button onClick={onSave} loading={isBusy}>
          {t(isFurtherLanguage ? "preview.saveLanguage" : "preview.save")}
        </Button>
      </div>
    </div>
  );
}
