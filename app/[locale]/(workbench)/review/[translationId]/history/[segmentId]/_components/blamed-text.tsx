import { Fragment } from "react";
import { personName } from "@/app/_features/person-name/person-name";
import type { HistoryEntry, SegmentHistory } from "@/app/_loaders/history";
import { Bdi } from "@/app/_ui/bdi";
import { VisuallyHidden } from "@/app/_ui/visually-hidden";
import { getFormat, getT } from "@/lib/i18n/server";
import styles from "./history.module.css";

/**
 * The current text, each stretch with the number of the revision that brought it, and below what the numbers stand
 * for. A person's words are underlined, the machine's are not: nobody needs a colour.
 */
export async function BlamedText({
  history: { stretches, head, entries },
}: {
  readonly history: SegmentHistory;
}) {
  const [t, format] = await Promise.all([getT("history"), getFormat()]);
  const source = ({ origin, authorName }: HistoryEntry): string =>
    origin === "human"
      ? personName(authorName ?? t("blame.somebody"), t("blame.reader"))
      : t(`blame.${origin}`);
  const approval = (entry: HistoryEntry | null): string =>
    entry?.approverName && entry.approvedAt
      ? t(entry.ownWords ? "blame.approvedOwn" : "blame.approved", {
          name: entry.approverName,
          date: format.date(entry.approvedAt),
        })
      : t("blame.notApproved");
  // A version of a row that this one came out of has no number here.
  const isOwn = ({ segmentId }: HistoryEntry): boolean => segmentId === entries[0]?.segmentId;
  const mark = (entry: HistoryEntry): string => (isOwn(entry) ? format.number(entry.number) : "↰");
  return (
    <section className={styles.section} aria-labelledby="blame">
      <h2 id="blame">{t("blame.title")}</h2>
      <p className={styles.blamed} lang={head.targetLocale} dir="auto">
        {stretches.map(({ text, revision, approved }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text never change their order
          <Fragment key={index}>
            <span
              className={styles.stretch}
              data-origin={revision.origin}
              data-approved={approved !== null}
              title={`${source(revision)} · ${approval(approved)}`}
            >
              <VisuallyHidden lang={format.locale}>{` ${source(revision)}: `}</VisuallyHidden>
              {text.trimEnd()}
            </span>
            <sup className={styles.mark} aria-hidden>
              {mark(revision)}
            </sup>
            {text.slice(text.trimEnd().length)}
          </Fragment>
        ))}
      </p>
      <ol className={styles.legend} aria-label={t("blame.legend")}>
        {stretches.map(({ text, revision, approved }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={index}>
            <span className={styles.number}>{mark(revision)}</span>
            <span>
              <Bdi lang={head.targetLocale}>
                <q className={styles.quote}>{text.trim()}</q>
              </Bdi>{" "}
              <span className={styles.soft}>
                <Bdi>{source(revision)}</Bdi>
                {isOwn(revision) ? "" : ` ${t("blame.earlierRow")}`}
                {", "}
                {format.date(revision.createdAt)}
                {" · "}
                {approval(approved)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
