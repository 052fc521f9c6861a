import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { articleAddress, parallelAddress } from "@/app/_features/article/addresses";
import { type ArticleVersion, articleText } from "@/app/_features/article/article-text";
import { ParallelView } from "@/app/_features/article/parallel-view";
import { PlaceKeeper } from "@/app/_features/article/place-keeper";
import { requestWords } from "@/app/_features/article/request-words";
import { loadArticle } from "@/app/_loaders/articles";
import { pairOf } from "@/lib/core/publication/edition";

interface Address {
  readonly params: Promise<{ readonly slug: string; readonly lang: string }>;
  readonly searchParams: Promise<{ readonly with?: string | string[] }>;
}

/** The second language: the one asked for, else the source, else the first translation. */
function localeBeside(article: ArticleVersion, wanted: string | string[] | undefined): string {
  if (wanted !== undefined && wanted !== "") return typeof wanted === "string" ? wanted : notFound();
  const others = article.languages.filter(({ locale }) => locale !== article.locale);
  return (others.find(({ isSource }) => isSource) ?? others[0])?.locale ?? notFound();
}

async function loadPair({ params, searchParams }: Address) {
  const [{ slug, lang }, search] = await Promise.all([params, searchParams]);
  const article = await loadArticle(slug, lang);
  const beside = await loadArticle(slug, localeBeside(article, search.with));
  const [first, second] = pairOf<ArticleVersion>(article, beside);
  return { slug, lang, wanted: search.with, first, second };
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [{ slug, first, second }, { t, format, ui }] = await Promise.all([loadPair(address), requestWords()]);
  return {
    title: t("parallel.title", {
      title: articleText(first).title,
      first: format.languageName(first.locale),
      second: format.languageName(second.locale),
    }),
    // both texts have pages of their own, and every pair of languages would be one more
    robots: { index: false, follow: true },
    alternates: { canonical: parallelAddress(ui, slug, first.locale, second.locale) },
  };
}

export default async function ParallelPage(address: Address) {
  const [{ slug, lang, wanted, first, second }, words, list] = await Promise.all([
    loadPair(address),
    requestWords(),
    headers(),
  ]);
  if (first.locale === second.locale) redirect(articleAddress(words.ui, slug, first.locale));
  if (first.locale !== lang || (wanted && wanted !== second.locale)) {
    redirect(parallelAddress(words.ui, slug, first.locale, wanted ? second.locale : undefined));
  }
  return (
    <>
      <ParallelView article={first} beside={second} words={words} />
      <PlaceKeeper nonce={list.get("x-nonce") ?? undefined} />
    </>
  );
}
