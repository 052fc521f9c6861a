"use client";

import { Button } from "@mantine/core";
import type { TFunction } from "i18next";
import { useEffect, useRef } from "react";
import { announce } from "@/app/_ui/live-region";
import { wholePercent } from "@/lib/core/shared/share";
import { useFormat, useT } from "@/lib/i18n/client";
import type { Format } from "@/lib/i18n/format";
import styles from "./import-form.module.css";
import type { UploadProgress as Progressed } from "./upload-import";

/** Where each stage begins and ends on the bar; aligning takes by far the longest. */
const SHARES: Readonly<Record<Progressed["stage"], readonly [from: number, to: number]>> = {
  uploading: [0, 0.15],
  waiting: [0.15, 0.15],
  reading: [0.15, 0.3],
  detecting: [0.3, 0.4],
  aligning: [0.4, 1],
};

function stageText(t: TFunction<"import">, format: Format, progress: Progressed): string {
  const { stage, done, total } = progress;
  if (stage === "uploading") return t("progress.uploading", { percent: format.percent(done / total) });
  if (stage === "aligning") return t("progress.aligning", { done: format.number(done), count: total });
  return t(`progress.${stage}`);
}

/** How far the import is, and the way out of it. Only changes of stage are read out. */
export function UploadProgress({
  progress,
  onCancel,
}: {
  readonly progress: Progressed;
  readonly onCancel: () => void;
}) {
  const t = useT("import");
  const format = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const text = stageText(t, format, progress);
  const said = useRef<string>("");
  useEffect(() => {
    if (said.current === progress.stage) return;
    said.current = progress.stage;
    announce(text);
  });
  const [from, to] = SHARES[progress.stage];
  const share = from + (to - from) * (progress.total > 0 ? progress.done / progress.total : 0);
  return (
    <div className={styles.progress}>
      <div className={styles.progressText}>
        <span>{text}</span>
        <div
          className={styles.bar}
          role="progressbar"
          aria-label={t("progress.label")}
          aria-valuenow={wholePercent(share)}
          aria-valuetext={text}
        >
          <span style={{ inlineSize: `${share * 100}%` }} />
        </div>
      </div>
      <Button ref={button} variant="default" onClick={onCancel}>
        {t("cancel")}
      </Button>
    </div>
  );
}
