"use client";

import type { OpenProposal } from "@/lib/core/review/bitext";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./proposal-card.module.css";
import { WordDiff } from "./word-diff";

/** How a proposal came to the words that it has: tags for its head. */
export function VersionTags({ proposal }: { readonly proposal: OpenProposal }) {
  const t = useT("workbench");
  const format = useFormat();
  const { versionCause, isRest, editorNames } = proposal;
  return (
    <>
      {isRest && <span className={styles.tag}>{t("proposal.rest")}</span>}
      {versionCause === "rebased" && <span className={styles.tag}>{t("proposal.rebased")}</span>}
      {editorNames.length > 0 && (
        <span className={styles.tag}>{t("proposal.edited", { names: format.list(editorNames) })}</span>
      )}
    </>
  );
}

/** What a proposal that was brought along said when somebody wrote it. */
export function AsWritten({
  proposal,
  locale,
  codes,
}: {
  readonly proposal: OpenProposal;
  readonly locale: string;
  readonly codes: ReadonlySet<number>;
}) {
  const t = useT("workbench");
  const { asWritten } = proposal;
  if (!asWritten) return null;
  return (
    <details className={styles.hint}>
      <summary>{t("proposal.earlier")}</summary>
      <p className={styles.hint}>{t("proposal.rebasedHint")}</p>
      <WordDiff base={asWritten.baseText} next={asWritten.targetText} locale={locale} codes={codes} />
    </details>
  );
}
