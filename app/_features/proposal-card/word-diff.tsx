"use client";

import { memo, useMemo } from "react";
import { DiffText } from "@/app/_features/diff-text/diff-text";
import { diffForDisplay } from "@/lib/core/diff/display-diff";
import { findMoves } from "@/lib/core/diff/moves";
import { diffSpans } from "@/lib/core/diff/spans";
import { useT } from "@/lib/i18n/client";
import styles from "./proposal-card.module.css";

/** What changed from one text to another, by words. Says so where nothing did. */
export const WordDiff = memo(function WordDiff({
  base,
  next,
  locale,
  codes,
}: {
  readonly base: string;
  readonly next: string;
  readonly locale: string;
  readonly codes: ReadonlySet<number>;
}) {
  const t = useT("common");
  const words = useT("workbench");
  const { spans, precise } = useMemo(() => {
    const diff = diffForDisplay(base, next, { locale });
    return { spans: diffSpans(base, next, diff, findMoves(diff.hunks, locale)), precise: diff.precise };
  }, [base, next, locale]);
  return (
    <div className={styles.diff}>
      {base === next && <p className={styles.hint}>{words("diff.none")}</p>}
      <DiffText spans={spans} lang={locale} t={t} codes={codes} />
      {!precise && <p className={styles.hint}>{words("diff.coarse")}</p>}
    </div>
  );
});
