"use client";

import Link from "next/link";
import { useState } from "react";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { usePersonName } from "@/app/_features/person-name/use-person-name";
import { whyDeclined } from "@/app/_features/proposal-card/why-declined";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { DecidedProposal, RevisionEntry, SegmentDetail } from "@/lib/core/review/bitext";
import { useFormat, useT, useUiLocale } from "@/lib/i18n/client";
import styles from "./open-row.module.css";

/** How a row came to its text: versions with what each changed, and what was decided. */
export function RowHistory({ detail }: { readonly detail: SegmentDetail }) {
  const t = useT(["workbench", "history"]);
  const { head } = useBitext();
  const historyPage = `/${useUiLocale()}/review/${head.translationId}/history/${detail.row.id}`;
  const [isOpen, setIsOpen] = useState(false);
  const { history, earlier, decided } = detail;
  if (history.length < 2 && decided.length + earlier.length === 0) return null;
  return (
    <details className={styles.history} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t("history.title")}</summary>
      {isOpen && (
        <>
          <p className={styles.label}>
            <Link href={historyPage} prefetch={false}>
              {t("history:open")}
            </Link>
          </p>
          <ol className={styles.timeline}>
            {history.toReversed().map((revision, index, newestFirst) => (
              <Revision key={revision.id} revision={revision} before={newestFirst[index + 1] ?? null} />
            ))}
          </ol>
          {earlier.length > 0 && <p className={styles.label}>{t("history.earlier")}</p>}
          <ol className={styles.timeline}>
            {earlier.map((revision) => (
              <Revision key={revision.id} revision={revision} before={null} />
            ))}
          </ol>
          {decided.length > 0 && <p className={styles.label}>{t("history.decided")}</p>}
          <ol className={styles.timeline}>
            {decided.map((proposal) => (
              <Decided key={proposal.id} proposal={proposal} />
            ))}
          </ol>
        </>
      )}
    </details>
  );
}

function Revision({
  revision,
  before,
}: {
  readonly revision: RevisionEntry;
  readonly before: RevisionEntry | null;
}) {
  const t = useT("workbench");
  const personNameOf = usePersonName();
  const format = useFormat();
  const { head, targetCodeIds } = useBitext();
  const name = personNameOf(revision.authorName ?? t("history.nobody"));
  return (
    <li>
      <p className={styles.label}>
        {t("history.revision", { number: format.number(revision.number) })}
        {" · "}
        {t(`history.origin.${isCarried(revision) ? "carried" : revision.origin}`, { name })}
        {revision.approverName && ` · ${t("history.approvedBy", { name: revision.approverName })}`}
        {" · "}
        <RelativeTime at={revision.createdAt} />
      </p>
      {before ? (
        <WordDiff
          base={before.targetText}
          next={revision.targetText}
          locale={head.targetLocale}
          codes={targetCodeIds}
        />
      ) : (
        <p className={styles.text} lang={head.targetLocale} dir="auto">
          {revision.targetText}
        </p>
      )}
    </li>
  );
}

/** A person's text that a repair of the rows brought along; who wrote it stands with the row before. */
const isCarried = ({ origin, number, authorName }: RevisionEntry): boolean =>
  origin === "human" && number === 1 && authorName === null;

function Decided({ proposal }: { readonly proposal: DecidedProposal }) {
  const t = useT("workbench");
  const personNameOf = usePersonName();
  const { head, targetCodeIds } = useBitext();
  const words = useT("decisions");
  const name = personNameOf(proposal.deciderName ?? t("history.nobody"));
  const why = whyDeclined(words, { reason: proposal.decisionReason, note: proposal.decisionNote });
  return (
    <li>
      <p className={styles.label}>
        {t("history.proposalBy", { name: personNameOf(proposal.authorName) })}
        {" · "}
        {t(`history.state.${proposal.state}`, { name })}
        {" · "}
        <RelativeTime at={proposal.decidedAt} />
      </p>
      {why && (
        <p className={styles.note} dir="auto">
          {t("history.reason", { note: why })}
        </p>
      )}
      <WordDiff
        base={proposal.baseText}
        next={proposal.targetText}
        locale={head.targetLocale}
        codes={targetCodeIds}
      />
    </li>
  );
}
