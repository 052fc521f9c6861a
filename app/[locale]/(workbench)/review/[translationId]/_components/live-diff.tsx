"use client";

import { memo, useDeferredValue } from "react";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import { useT } from "@/lib/i18n/client";
import styles from "./open-row.module.css";
import type { DiffBase } from "./use-diff-base";

/** What the words in the editor change, as they are typed. Drawn after the keys, never before them. */
export const LiveDiff = memo(function LiveDiff({
  base,
  baseText,
  text,
  canSwitch,
  onSwitch,
}: {
  readonly base: DiffBase;
  readonly baseText: string;
  readonly text: string;
  readonly canSwitch: boolean;
  readonly onSwitch: () => void;
}) {
  const t = useT("workbench");
  const { head, targetCodeIds } = useBitext();
  const drawn = useDeferredValue(text);
  return (
    <section className={styles.block} aria-label={t("diff.heading", { base: t(`diff.${base}`) })}>
      <div className={styles.blockHead}>
        <span className={styles.label}>{t("diff.heading", { base: t(`diff.${base}`) })}</span>
        {canSwitch && (
          <button type="button" className={styles.linkButton} onClick={onSwitch}>
            {t("diff.switch")}
            <KeyHint keys="Alt+Shift+D" />
          </button>
        )}
      </div>
      <WordDiff base={baseText} next={drawn} locale={head.targetLocale} codes={targetCodeIds} />
    </section>
  );
});
