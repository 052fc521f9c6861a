import { IconBook2, IconPencil } from "@tabler/icons-react";
import Link from "next/link";
import { articleAddress } from "@/app/_features/article/addresses";
import { StateMark } from "@/app/_ui/state-mark";
import { getFormat, getT } from "@/lib/i18n/server";
import type { DocumentEntry } from "./document-item";
import styles from "./documents.module.css";

/** One language of a document: how far it is, what waits, and the ways to it. */
export async function TranslationLine({
  document,
  translation,
}: {
  readonly document: DocumentEntry;
  readonly translation: DocumentEntry["translations"][number];
}) {
  const [t, format] = await Promise.all([getT("documents"), getFormat()]);
  const { approved, segments, open, published, changedSincePublication } = translation;
  const language = format.languageName(translation.targetLocale);
  const { title } = document;
  const publication = published ? (changedSincePublication ? "changed" : "published") : "unpublished";
  return (
    <li className={styles.translation}>
      <Link
        className={styles.language}
        href={`/${format.locale}/review/${translation.translationId}`}
        aria-label={t("reviewOf", { title, language })}
        prefetch={false}
      >
        {language}
      </Link>
      <span className={styles.progress}>
        <span className={styles.bar} aria-hidden>
          <span style={{ inlineSize: `${segments ? (approved / segments) * 100 : 0}%` }} />
        </span>
        <span className={styles.counts}>
          {t("approved", { approved: format.number(approved), count: segments })}
        </span>
      </span>
      <span className={styles.open}>
        {open > 0 && (
          <>
            <StateMark state="proposal" label="" /> {t("open", { count: open })}
          </>
        )}
      </span>
      <span className={styles.publication} data-state={publication}>
        {t(publication)}
      </span>
      <span className={styles.links}>
        <Link
          href={`/${format.locale}/review/${translation.translationId}`}
          aria-hidden
          tabIndex={-1}
          prefetch={false}
        >
          <IconPencil size={16} aria-hidden /> {t("review")}
        </Link>
        {published && (
          <a
            href={articleAddress(format.locale, document.slug, translation.targetLocale)}
            aria-label={t("readOf", { title, language })}
          >
            <IconBook2 size={16} aria-hidden /> {t("read")}
          </a>
        )}
      </span>
    </li>
  );
}
