import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import { RelativeTime } from "@/app/_ui/relative-time";
import { getT } from "@/lib/i18n/server";
import styles from "./mine.module.css";
import type { MyProposal } from "./my-proposal";

/** The author's own words against the text that was approved in their place, once somebody has decided. */
export async function Against({
  proposal,
  codes,
}: {
  readonly proposal: MyProposal;
  readonly codes: ReadonlySet<number>;
}) {
  const t = await getT("queue");
  const { state, approved, ownText, targetLocale, deciderName, decidedAt } = proposal;
  if (state === "open") return null;
  if (!approved) return <p className={styles.note}>{t("mine.nothingApproved")}</p>;
  // whoever accepted it at that moment stands above already
  const isTold = approved.name === deciderName && approved.at === decidedAt;
  const who = t("mine.approvedBy", { name: approved.name });
  if (approved.text === ownText) {
    return (
      <p className={styles.note}>
        {t("mine.wordForWord")}
        {!isTold && (
          <>
            {" "}
            {who} <RelativeTime at={approved.at} />
          </>
        )}
      </p>
    );
  }
  return (
    <details className={styles.note}>
      <summary>{t(approved.isOutcome ? "mine.againstOutcome" : "mine.against")}</summary>
      <p className={styles.note}>
        {who} <RelativeTime at={approved.at} />
      </p>
      <WordDiff base={ownText} next={approved.text} locale={targetLocale} codes={codes} />
    </details>
  );
}
