import { bareAddress, canonicalAddress } from "./addresses";
import { type ArticleVersion, articleText } from "./article-text";
import { publicOrigin } from "./public-origin";

/** What the page is, for machines (schema.org). A block of data: no policy lets it run. */
export function ArticleData({ article }: { readonly article: ArticleVersion }) {
  const json = JSON.stringify(dataOf(article)).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no tag can begin
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** The article as schema.org's Article: a translation names the work that it translates, the original its translations. */
export function dataOf(article: ArticleVersion): object {
  const { snapshot, locale, languages } = article;
  const { isSource, title } = articleText(article);
  const origin = publicOrigin() ?? "";
  const work = (language: string) => ({
    "@type": "Article",
    "@id": origin + canonicalAddress(snapshot.slug, language),
    inLanguage: language,
  });
  const translations = languages.filter((language) => !language.isSource).map((one) => work(one.locale));
  return {
    "@context": "https://schema.org",
    ...work(locale),
    headline: title,
    url: origin + canonicalAddress(snapshot.slug, locale),
    mainEntityOfPage: origin + bareAddress(snapshot.slug),
    dateModified: snapshot.publishedAt,
    publisher: { "@type": "Organization", name: snapshot.projectName },
    ...(isSource
      ? { workTranslation: translations }
      : {
          translationOfWork: work(snapshot.sourceLocale),
          editor: { "@type": "Person", name: snapshot.publisherName },
        }),
  };
}
