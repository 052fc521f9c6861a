import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { articleAddress, madeAddress } from "@/app/_features/article/addresses";
import { metadataAbout } from "@/app/_features/article/article-metadata";
import { articleText } from "@/app/_features/article/article-text";
import { requestWords } from "@/app/_features/article/request-words";
import { loadArticle } from "@/app/_loaders/articles";
import { getT } from "@/lib/i18n/server";
import { MadeAfter, MadeProof } from "./_components/made-after";
import { MadeMachine, MadePeople, MadeRule, MadeWords } from "./_components/made-sections";
import styles from "./made.module.css";

interface Address {
  readonly params: Promise<{ readonly slug: string; readonly lang: string }>;
}

/** The original was not made here. */
async function loadTranslation({ params }: Address) {
  const { slug, lang } = await params;
  const article = await loadArticle(slug, lang);
  if (article.locale === article.snapshot.sourceLocale) notFound();
  return { slug, lang, article };
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [{ slug, article }, t, { format, ui }] = await Promise.all([
    loadTranslation(address),
    getT("making"),
    requestWords(),
  ]);
  const title = t("made.titleOf", {
    title: articleText(article).title,
    language: format.languageName(article.locale),
  });
  return metadataAbout(article, title, madeAddress(ui, slug, article.locale));
}

/** How a translation was made: all of it from the publication that readers have. */
export default async function MadePage(address: Address) {
  const [{ slug, lang, article }, { ui, format }, t] = await Promise.all([
    loadTranslation(address),
    requestWords(),
    getT("making"),
  ]);
  const { locale, snapshot, hash } = article;
  if (locale !== lang) redirect(madeAddress(ui, slug, locale));
  return (
    <div className={styles.page}>
      <h1>{t("made.title")}</h1>
      <p className={styles.of}>
        <bdi lang={locale}>{articleText(article).title}</bdi>, {format.languageName(locale)} ·{" "}
        <a href={articleAddress(ui, slug, locale)}>{t("made.back")}</a>
      </p>
      {!snapshot.making && <p className={styles.old}>{t("made.old")}</p>}
      <MadeMachine snapshot={snapshot} t={t} format={format} />
      <MadePeople snapshot={snapshot} t={t} format={format} />
      <MadeWords snapshot={snapshot} t={t} format={format} />
      <MadeRule snapshot={snapshot} t={t} format={format} />
      <MadeAfter snapshot={snapshot} t={t} format={format} />
      <MadeProof snapshot={snapshot} hash={hash} t={t} />
    </div>
  );
}
