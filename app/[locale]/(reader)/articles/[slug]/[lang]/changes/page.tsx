import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { articleAddress, changesAddress } from "@/app/_features/article/addresses";
import { robotsOf } from "@/app/_features/article/article-metadata";
import { articleText } from "@/app/_features/article/article-text";
import { requestWords } from "@/app/_features/article/request-words";
import { isolated } from "@/app/_features/article/words";
import { loadChanges } from "@/app/_loaders/articles";
import { getT } from "@/lib/i18n/server";
import { ChangeEntry } from "./_components/change-entry";
import styles from "./changes.module.css";

interface Address {
  readonly params: Promise<{ readonly slug: string; readonly lang: string }>;
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { slug, lang } = await params;
  const [{ article }, t, { format, ui }] = await Promise.all([
    loadChanges(slug, lang),
    getT("making"),
    requestWords(),
  ]);
  return {
    title: t("changes.titleOf", {
      title: articleText(article).title,
      language: format.languageName(article.locale),
    }),
    alternates: { canonical: changesAddress(ui, slug, article.locale) },
    robots: robotsOf(article),
  };
}

/** What later publications of a translation changed, word by word, and the way to each of them. */
export default async function ChangesPage({ params }: Address) {
  const { slug, lang } = await params;
  const [{ article, changes }, words, t] = await Promise.all([
    loadChanges(slug, lang),
    requestWords(),
    getT("making"),
  ]);
  const { ui, format } = words;
  const { locale } = article;
  if (locale !== lang) redirect(changesAddress(ui, slug, locale));
  const { title } = articleText(article);
  return (
    <div className={styles.page}>
      <h1>{t("changes.title")}</h1>
      <p className={styles.of}>
        <bdi lang={locale}>{title}</bdi>, {format.languageName(locale)} ·{" "}
        <a href={articleAddress(ui, slug, locale)}>{t("changes.back")}</a>
      </p>
      {changes.length <= 1 ? (
        <p>{t("changes.none")}</p>
      ) : (
        <p className={styles.intro}>{t("changes.intro")}</p>
      )}
      <ol className={styles.list}>
        {changes.map((change, index) => (
          <li key={change.number} id={`version-${change.number}`}>
            <ChangeEntry
              change={change}
              place={{ ui, slug, locale, isCurrent: index === 0 }}
              publisher={isolated(change.publisherName)}
              format={format}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}
