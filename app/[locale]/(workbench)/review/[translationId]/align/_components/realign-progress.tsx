"use client";

import { Button } from "@mantine/core";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { wholePercent } from "@/lib/core/shared/share";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./alignment.module.css";
import type { RealignProgress as Progress } from "./request-realign";

/** How far the aligner is, and the way out of it. Takes no focus: the rows can be worked on meanwhile. */
export function RealignProgress({
  progress,
  onCancel,
}: {
  readonly progress: Progress;
  readonly onCancel: () => void;
}) {
  const t = useT("alignment");
  const format = useFormat();
  const { done, total } = progress;
  const text =
    total === 0 ? t("realign.begun") : t("realign.progress", { done: format.number(done), count: total });
  const share = total === 0 ? 0 : done / total;
  return (
    <div className={styles.realign}>
      <span>{text}</span>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t("realign.label")}
        aria-valuenow={wholePercent(share)}
        aria-valuetext={text}
      >
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
      <Button variant="default" size="xs" rightSection={<KeyHint keys="Escape" />} onClick={onCancel}>
        {t("realign.cancel")}
      </Button>
    </div>
  );
}
