import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ArticleList } from "@/app/_features/article/article-list";
import type { ArticleVersion } from "@/app/_features/article/article-text";
import { ArticleView } from "@/app/_features/article/article-view";
import { ParallelView } from "@/app/_features/article/parallel-view";
import type { ReaderWords } from "@/app/_features/article/words";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { createI18n } from "@/lib/i18n/create-i18n";
import { createFormat } from "@/lib/i18n/format";
import type { UiLocale } from "@/lib/i18n/locales";
import { readNamespaces } from "@/lib/i18n/messages";

export async function wordsOf(ui: UiLocale): Promise<ReaderWords> {
  const i18n = createI18n(ui, await readNamespaces(ui, ["reader", "common"]));
  return { ui, t: i18n.getFixedT(ui, ["reader", "common"]), format: createFormat(ui, "Europe/Berlin") };
}

/** The article as the loader hands it over, in its target language or, with `locale`, in its source. */
export function versionOf(snapshot: PublicationSnapshot, locale = snapshot.targetLocale): ArticleVersion {
  return {
    snapshot,
    locale,
    languages: [
      { locale: snapshot.sourceLocale, title: snapshot.sourceTitle, isSource: true, isIndexed: true },
      { locale: snapshot.targetLocale, title: snapshot.targetTitle, isSource: false, isIndexed: true },
    ],
    firstPublishedAt: "2026-11-20T12:00:00.000Z",
  };
}

export const articleMarkup = (article: ArticleVersion, words: ReaderWords): string =>
  renderToStaticMarkup(createElement(ArticleView, { article, words }));

export const parallelMarkup = (article: ArticleVersion, beside: ArticleVersion, words: ReaderWords): string =>
  renderToStaticMarkup(createElement(ParallelView, { article, beside, words }));

export const listMarkup = (snapshot: PublicationSnapshot, words: ReaderWords): string =>
  renderToStaticMarkup(
    createElement(ArticleList, {
      firstLocale: words.ui,
      words,
      articles: [
        {
          documentId: "1",
          slug: snapshot.slug,
          sourceTitle: snapshot.sourceTitle,
          sourceLocale: snapshot.sourceLocale,
          projectName: snapshot.projectName,
          versions: [
            {
              locale: snapshot.targetLocale,
              title: snapshot.targetTitle,
              publishedAt: snapshot.publishedAt,
              reviewedShare: 0.5,
            },
          ],
        },
      ],
    }),
  );
