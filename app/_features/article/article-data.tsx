import { excerptOf } from "@/lib/core/publication/excerpt";
import { canonicalAddress, downloadAddress, pictureAddress } from "./addresses";
import { articleCredit } from "./article-credit";
import { type ArticleText, type ArticleVersion, articleText, titledBlocks } from "./article-text";
import { publicOrigin } from "./public-origin";
import type { ReaderWords } from "./words";

/** What the page is, for machines (schema.org). A block of data: no policy lets it run. */
export function ArticleData({
  article,
  words,
}: {
  readonly article: ArticleVersion;
  readonly words: ReaderWords;
}) {
  const json = JSON.stringify(dataOf(article, words)).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no tag can begin
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** The article as schema.org's Article: a translation names the work that it translates, the original its translations. */
export function dataOf(article: ArticleVersion, words: ReaderWords): object {
  const { snapshot, locale, firstPublishedAt } = article;
  const origin = publicOrigin() ?? "";
  const text = articleText(article);
  const description = excerptOf(titledBlocks(text).rest, text.codes);
  return {
    "@context": "https://schema.org",
    ...workIn(locale, snapshot.slug, origin),
    headline: text.title,
    ...(description && { description }),
    url: origin + canonicalAddress(snapshot.slug, locale),
    mainEntityOfPage: origin + canonicalAddress(snapshot.slug, locale),
    image: origin + pictureAddress(snapshot.slug, locale),
    datePublished: firstPublishedAt,
    dateModified: snapshot.publishedAt,
    isAccessibleForFree: true,
    publisher: { "@type": "Organization", name: snapshot.projectName },
    encoding: filesOf(article, origin),
    ...(text.isSource
      ? { workTranslation: translationsOf(article, origin) }
      : translationData(text, articleCredit(article, words), origin)),
  };
}

const workIn = (locale: string, slug: string, origin: string) => ({
  "@type": "Article",
  "@id": origin + canonicalAddress(slug, locale),
  inLanguage: locale,
});

const translationsOf = ({ snapshot, languages }: ArticleVersion, origin: string): readonly object[] =>
  languages.filter(({ isSource }) => !isSource).map(({ locale }) => workIn(locale, snapshot.slug, origin));

/** A machine is neither a person nor an organisation: the project answers for the translation, and the credit says how it was made. */
function translationData({ snapshot }: ArticleText, creditText: string, origin: string): object {
  const { projectName, publisherName, segments, sourceLocale, slug } = snapshot;
  const approvers = segments.flatMap(({ review }) => review?.approverName ?? []);
  return {
    translationOfWork: workIn(sourceLocale, slug, origin),
    translator: { "@type": "Organization", name: projectName },
    editor: [...new Set([publisherName, ...approvers])].map((name) => ({ "@type": "Person", name })),
    creditText,
  };
}

const filesOf = ({ snapshot, locale }: ArticleVersion, origin: string): readonly object[] =>
  (
    [
      ["book.epub", "application/epub+zip"],
      ["text.md", "text/markdown"],
    ] as const
  ).map(([file, encodingFormat]) => ({
    "@type": "MediaObject",
    contentUrl: origin + downloadAddress(file, snapshot.slug, locale),
    encodingFormat,
  }));
