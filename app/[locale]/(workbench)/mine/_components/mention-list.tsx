import Link from "next/link";
import type { loadMyMentions } from "@/app/_loaders/decisions";
import { RelativeTime } from "@/app/_ui/relative-time";
import { getFormat, getT } from "@/lib/i18n/server";
import styles from "./mine.module.css";
import { SeenButton } from "./seen-button";

/** Comments that name the person, the new ones first. */
export async function MentionList({
  mentions,
}: {
  readonly mentions: Awaited<ReturnType<typeof loadMyMentions>>;
}) {
  const [t, place, format] = await Promise.all([getT("decisions"), getT("queue"), getFormat()]);
  if (mentions.length === 0) return null;
  return (
    <section aria-labelledby="mentions">
      <h2 id="mentions" className={styles.heading}>
        {t("threads.mentions.title")}
      </h2>
      <ul className={styles.list}>
        {mentions.map(({ proposalId, translationId, rowNumber, isNew, ...mention }) => {
          const words = {
            title: mention.title,
            language: format.languageName(mention.targetLocale),
            number: rowNumber,
          };
          return (
            <li key={`${proposalId} ${mention.createdAt}`} className={styles.item}>
              <p className={styles.head}>
                {isNew && <strong>{t("threads.mentions.new")}</strong>}
                <bdi>{mention.authorName}</bdi>
                <Link
                  href={`/${format.locale}/review/${translationId}${rowNumber === null ? "" : `?row=${rowNumber}`}`}
                  prefetch={false}
                >
                  {rowNumber === null ? place("mine.retired", words) : place("place", words)}
                </Link>
                <span className={styles.when}>
                  <RelativeTime at={mention.createdAt} />
                </span>
              </p>
              <p className={styles.note} dir="auto">
                {mention.text}
              </p>
              {isNew && <SeenButton proposalId={proposalId} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
