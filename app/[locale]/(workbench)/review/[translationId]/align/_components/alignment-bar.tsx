"use client";

import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useMemo } from "react";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { StateMark } from "@/app/_ui/state-mark";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./alignment.module.css";
import { RealignProgress } from "./realign-progress";
import { type Alignment, isDoubtful } from "./use-alignment";
import { ALIGN_KEYS } from "./use-alignment-keys";

/** Stays in sight above the rows: how many are doubtful, the way to the next one, and the way back. */
export function AlignmentBar({ alignment }: { readonly alignment: Alignment }) {
  const t = useT("alignment");
  const format = useFormat();
  const { entries, state, realign } = alignment;
  const doubtful = useMemo(() => entries.filter(isDoubtful).length, [entries]);
  return (
    <div className={styles.bar}>
      <span>{t("rows", { count: entries.length, number: format.number(entries.length) })}</span>
      {doubtful > 0 ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<StateMark state="attention" label="" />}
          rightSection={<KeyHint keys={ALIGN_KEYS.nextDoubtful} />}
          aria-description={t("act.nextDoubtful")}
          onClick={() => alignment.goToDoubtful(1)}
        >
          {t("doubtful", { count: doubtful })}
        </Button>
      ) : (
        <span className={styles.noDoubt}>
          <StateMark state="approved" label="" /> {t("noDoubt")}
        </span>
      )}
      {state.mayRepair && <Travel alignment={alignment} />}
      {realign.progress && <RealignProgress progress={realign.progress} onCancel={realign.cancel} />}
    </div>
  );
}

function Travel({ alignment }: { readonly alignment: Alignment }) {
  const t = useT("alignment");
  const { undo, redo } = alignment.state;
  const labels = {
    undo: undo ? t("undoOf", { what: t(`kind.${undo}`) }) : t("act.undo"),
    redo: redo ? t("redoOf", { what: t(`kind.${redo}`) }) : t("act.redo"),
  };
  return (
    <span className={styles.travel}>
      <Tooltip label={labels.undo}>
        <ActionIcon aria-label={labels.undo} {...unusable(!undo)} onClick={() => alignment.travel("undo")}>
          <IconArrowBackUp size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={labels.redo}>
        <ActionIcon aria-label={labels.redo} {...unusable(!redo)} onClick={() => alignment.travel("redo")}>
          <IconArrowForwardUp size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

/** Looks and sounds disabled, yet keeps the focus when the last step was taken. */
const unusable = (isUnusable: boolean) =>
  isUnusable ? { "aria-disabled": true, "data-disabled": true } : {};
