import { IconPlus, IconRefresh } from "@tabler/icons-react";
import Link from "next/link";
import type { loadDocuments } from "@/app/_loaders/workbench";
import { Bdi } from "@/app/_ui/bdi";
import { getFormat, getT } from "@/lib/i18n/server";
import styles from "./documents.module.css";
import { TranslationLine } from "./translation-line";

export type DocumentEntry = Awaited<ReturnType<typeof loadDocuments>>["documents"][number];

/** A document with all its translations. */
export async function DocumentItem({
  document,
  mayImport,
  mayRenew,
  showsProject,
}: {
  readonly document: DocumentEntry;
  readonly mayImport: boolean;
  /** May bring a new version of every document of the project. */
  readonly mayRenew: boolean;
  /** Only people with several projects need its name. */
  readonly showsProject: boolean;
}) {
  const [t, format] = await Promise.all([getT("documents"), getFormat()]);
  const { title, sourceLocale, translations } = document;
  const facts = [
    ...(showsProject ? [document.projectName] : []),
    format.languageName(sourceLocale),
    t("paragraphs", { count: document.paragraphs }),
    t("imported", { date: format.date(document.createdAt) }),
  ];
  return (
    <li className={styles.document}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Bdi lang={sourceLocale}>{title}</Bdi>
        </h2>
        <p className={styles.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      {translations.length === 0 ? (
        <p className={styles.facts}>{t("none")}</p>
      ) : (
        <ul className={styles.translations} aria-label={t("translations", { title })}>
          {translations.map((translation) => (
            <TranslationLine key={translation.translationId} document={document} translation={translation} />
          ))}
        </ul>
      )}
      {mayImport && (
        <div className={styles.adds}>
          {mayRenew && (
            <Link
              className={styles.add}
              href={`/${format.locale}/import/version?document=${document.documentId}`}
              aria-label={t("newVersionOf", { title })}
              prefetch={false}
            >
              <IconRefresh size={16} aria-hidden /> {t("newVersion")}
            </Link>
          )}
          <Link
            className={styles.add}
            href={`/${format.locale}/import?document=${document.documentId}`}
            aria-label={t("addLanguageTo", { title })}
            prefetch={false}
          >
            <IconPlus size={16} aria-hidden /> {t("addLanguage")}
          </Link>
        </div>
      )}
    </li>
  );
}
