import type { HistoryEntry, SegmentHistory } from "@/app/_loaders/history";
import { Bdi } from "@/app/_ui/bdi";
import { VisuallyHidden } from "@/app/_ui/visually-hidden";
import { getFormat, getT } from "@/lib/i18n/server";
import styles from "./history.module.css";

/**
 * The current text, each stretch with the number of the revision that brought it, and below what the numbers stand
 * for. A person's words are underlined, the machine's are not: nobody needs a colour.
 */
export async function BlamedText({ history: { stretches, head } }: { readonly history: SegmentHistory }) {
  const [t, format] = await Promise.all([getT("history"), getFormat()]);
  const source = ({ origin, authorName }: HistoryEntry): string =>
    origin === "human" ? (authorName ?? t("blame.somebody")) : t(`blame.${origin}`);
  const approval = (entry: HistoryEntry | null): string =>
    entry?.approverName && entry.approvedAt
      ? t(entry.ownWords ? "blame.approvedOwn" : "blame.approved", {
          name: entry.approverName,
          date: format.date(entry.approvedAt),
        })
      : t("blame.notApproved");
  return (
    <section className={styles.section} aria-labelledby="blame">
      <h2 id="blame">{t("blame.title")}</h2>
      <p className={styles.blamed} lang={head.targetLocale} dir="auto">
        {stretches.map(({ text, revision, approved }, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text never change their order
            key={index}
            className={styles.stretch}
            data-origin={revision.origin}
            data-approved={approved !== null}
            title={`${source(revision)} · ${approval(approved)}`}
          >
            <VisuallyHidden lang={format.locale}>{` ${source(revision)}: `}</VisuallyHidden>
            {text}
            <sup aria-hidden>{format.number(revision.number)}</sup>
          </span>
        ))}
      </p>
      <ol className={styles.legend} aria-label={t("blame.legend")}>
        {stretches.map(({ text, revision, approved }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={index}>
            <span className={styles.number}>{format.number(revision.number)}</span>{" "}
            <Bdi lang={head.targetLocale}>
              <q className={styles.quote}>{text.trim()}</q>
            </Bdi>{" "}
            <span className={styles.soft}>
              <Bdi>{source(revision)}</Bdi>
              {", "}
              {format.date(revision.createdAt)}
              {" · "}
              {approval(approved)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
