"use client";

import { personName } from "@/app/_features/person-name/person-name";
import { reasonKey } from "@/app/_features/proposal-card/reason-key";
import type { CausedEntry } from "@/app/_loaders/history";
import { Bdi } from "@/app/_ui/bdi";
import { RelativeTime } from "@/app/_ui/relative-time";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./history.module.css";
import { RestoreButton } from "./restore-button";
import { type ListedCause, RevisionCause } from "./revision-cause";

export type ListedRevision = Omit<CausedEntry, "createdAt" | "approvedAt" | "cause"> & {
  readonly createdAt: string;
  readonly approvedAt: string | null;
  readonly cause: ListedCause | null;
};

/** All texts of the row, newest first: who, when, why, and by whom it was approved. */
export function RevisionList({
  segmentId,
  entries,
  locale,
  mayRestore,
}: {
  readonly segmentId: string;
  readonly entries: readonly ListedRevision[];
  readonly locale: string;
  readonly mayRestore: boolean;
}) {
  const t = useT("history");
  const current = entries[0];
  return (
    <section className={styles.section} aria-labelledby="revisions">
      <h2 id="revisions">{t("revisions")}</h2>
      <ol className={styles.revisions} reversed>
        {entries.map((entry) => (
          <li key={entry.id} id={`r-${entry.number}`}>
            <RevisionHead entry={entry} />
            <p className={styles.text} lang={locale} dir="auto">
              {entry.text}
            </p>
            {mayRestore && current && entry.text !== current.text && (
              <RestoreButton segmentId={segmentId} entry={entry} seenRevisionId={current.id} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function RevisionHead({ entry }: { readonly entry: ListedRevision }) {
  const t = useT(["history", "workbench"]);
  const format = useFormat();
  const reason = reasonKey(entry.reason);
  const by =
    entry.origin === "human"
      ? personName(entry.authorName ?? t("blame.somebody"), t("blame.reader"))
      : t(`blame.${entry.origin}`);
  return (
    <>
      <p className={styles.soft}>
        {t("revision", { number: format.number(entry.number) })}
        {" · "}
        <Bdi>{by}</Bdi>
        {" · "}
        <RelativeTime at={entry.createdAt} />
        {entry.approverName && entry.approvedAt && (
          <>
            {" · "}
            {t(entry.ownWords ? "blame.approvedOwn" : "blame.approved", {
              name: entry.approverName,
              date: format.date(entry.approvedAt),
            })}
          </>
        )}
      </p>
      {entry.cause && <RevisionCause cause={entry.cause} />}
      {(reason || entry.comment !== "") && (
        <p className={styles.why} dir="auto">
          {[reason ? t(`workbench:${reason}`) : "", entry.comment].filter((text) => text !== "").join(" · ")}
        </p>
      )}
      {entry.note !== "" && (
        <p className={styles.why} dir="auto">
          {t("note", { name: entry.approverName, note: entry.note })}
        </p>
      )}
    </>
  );
}
