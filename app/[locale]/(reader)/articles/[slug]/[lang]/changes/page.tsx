import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { articleAddress, changesAddress, olderChangesAddress } from "@/app/_features/article/addresses";
import { metadataAbout } from "@/app/_features/article/article-metadata";
import { articleText } from "@/app/_features/article/article-text";
import { requestWords } from "@/app/_features/article/request-words";
import { isolated } from "@/app/_features/article/words";
import { loadChanges } from "@/app/_loaders/articles";
import { getT } from "@/lib/i18n/server";
import { ChangeEntry } from "./_components/change-entry";
import styles from "./changes.module.css";

interface Address {
  readonly params: Promise<{ readonly slug: string; readonly lang: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

async function loadList({ params, searchParams }: Address) {
  const [{ slug, lang }, { before }] = await Promise.all([params, searchParams]);
  if (Array.isArray(before)) notFound();
  return { slug, lang, before: before && Number(before), ...(await loadChanges(slug, lang, before)) };
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [{ slug, article, before }, t, { format, ui }] = await Promise.all([
    loadList(address),
    getT("making"),
    requestWords(),
  ]);
  const title = t("changes.titleOf", {
    title: articleText(article).title,
    language: format.languageName(article.locale),
  });
  const { locale } = article;
  const own = before ? olderChangesAddress(ui, slug, locale, before) : changesAddress(ui, slug, locale);
  return metadataAbout(article, title, own);
}

/** What later publications of a translation changed, word by word, and the way to each of them. */
export default async function ChangesPage(address: Address) {
  const [{ slug, lang, article, changes, current, older, newer }, words, t] = await Promise.all([
    loadList(address),
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
      {changes.length <= 1 && older === null && newer === null ? (
        <p>{t("changes.none")}</p>
      ) : (
        <p className={styles.intro}>{t("changes.intro")}</p>
      )}
      <ol className={styles.list}>
        {changes.map((change) => (
          <li key={change.number} id={`version-${change.number}`}>
            <ChangeEntry
              change={change}
              place={{ ui, slug, locale, isCurrent: change.number === current }}
              publisher={isolated(change.publisherName)}
              format={format}
            />
          </li>
        ))}
      </ol>
      {(older !== null || newer !== null) && (
        <nav className={styles.pages} aria-label={t("changes.pages")}>
          {newer !== null && (
            <a
              href={
                newer > current
                  ? changesAddress(ui, slug, locale)
                  : olderChangesAddress(ui, slug, locale, newer)
              }
            >
              {t("changes.newer")}
            </a>
          )}
          {older !== null && <a href={olderChangesAddress(ui, slug, locale, older)}>{t("changes.older")}</a>}
        </nav>
      )}
    </div>
  );
}
