import type { Metadata } from "next";
import { redirect } from "next/navigation";
import {
  articleAddress,
  canonicalAddress,
  changesAddress,
  versionAddress,
} from "@/app/_features/article/addresses";
import { articleText } from "@/app/_features/article/article-text";
import { ArticleView } from "@/app/_features/article/article-view";
import { publicOrigin } from "@/app/_features/article/public-origin";
import { requestWords } from "@/app/_features/article/request-words";
import { loadVersion } from "@/app/_loaders/articles";
import { getT } from "@/lib/i18n/server";
import styles from "./version.module.css";

interface Address {
  readonly params: Promise<{ readonly slug: string; readonly lang: string; readonly number: string }>;
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { slug, lang, number } = await params;
  const [{ article }, t] = await Promise.all([loadVersion(slug, lang, number), getT("making")]);
  const origin = publicOrigin();
  return {
    metadataBase: origin ? new URL(origin) : null,
    title: t("version.titleOf", { title: articleText(article).title, number }),
    alternates: { canonical: canonicalAddress(slug, article.locale) },
    robots: { index: false },
  };
}

/** The article as it was published then, and what to read instead. */
export default async function VersionPage({ params }: Address) {
  const { slug, lang, number: asked } = await params;
  const [{ article, number, isCurrent }, words, t] = await Promise.all([
    loadVersion(slug, lang, asked),
    requestWords(),
    getT("making"),
  ]);
  const { ui, format } = words;
  const { locale, snapshot } = article;
  if (isCurrent) redirect(articleAddress(ui, slug, locale));
  if (locale !== lang) redirect(versionAddress(ui, slug, locale, number));
  const notice = (
    <aside className={styles.banner}>
      <p>
        <strong>{t("version.banner", { number, date: format.date(snapshot.publishedAt) })}</strong>
      </p>
      <p>
        <a href={articleAddress(ui, slug, locale)}>{t("version.toCurrent")}</a>{" "}
        <a href={changesAddress(ui, slug, locale)}>{t("version.toChanges")}</a>
      </p>
    </aside>
  );
  return <ArticleView article={{ ...article, isEarlier: true }} words={words} notice={notice} />;
}
