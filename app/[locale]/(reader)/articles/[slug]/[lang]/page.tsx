import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { articleAddress } from "@/app/_features/article/addresses";
import { ArticleData } from "@/app/_features/article/article-data";
import { articleMetadata } from "@/app/_features/article/article-metadata";
import { ArticleView } from "@/app/_features/article/article-view";
import { PlaceKeeper } from "@/app/_features/article/place-keeper";
import { requestWords } from "@/app/_features/article/request-words";
import { loadArticle } from "@/app/_loaders/articles";

interface Address {
  readonly params: Promise<{ readonly slug: string; readonly lang: string }>;
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { slug, lang } = await params;
  const [article, words] = await Promise.all([loadArticle(slug, lang), requestWords()]);
  return articleMetadata(article, words);
}

export default async function ArticlePage({ params }: Address) {
  const { slug, lang } = await params;
  const [article, words, list] = await Promise.all([loadArticle(slug, lang), requestWords(), headers()]);
  if (article.locale !== lang) redirect(articleAddress(words.ui, slug, article.locale));
  return (
    <>
      <ArticleData article={article} words={words} />
      <ArticleView article={article} words={words} />
      <PlaceKeeper nonce={list.get("x-nonce") ?? undefined} />
    </>
  );
}
