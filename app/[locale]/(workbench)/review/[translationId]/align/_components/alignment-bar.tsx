"use client";

import { Button } from "@mantine/core";
import { useMemo } from "react";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { StateMark } from "@/app/_ui/state-mark";
import { TravelButtons } from "@/app/_ui/travel-buttons";
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
  return (
    <span className={styles.travel}>
      <TravelButtons
        undo={{
          label: undo ? t("undoOf", { what: t(`kind.${undo}`) }) : t("act.undo"),
          isOpen: undo !== null,
          onGo: () => alignment.travel("undo"),
        }}
        redo={{
          label: redo ? t("redoOf", { what: t(`kind.${redo}`) }) : t("act.redo"),
          isOpen: redo !== null,
          onGo: () => alignment.travel("redo"),
        }}
      />
    </span>
  );
}
