import type { Metadata } from "next";
import { bareAddress, canonicalAddress } from "./addresses";
import { type ArticleVersion, articleText } from "./article-text";
import { publicOrigin } from "./public-origin";

/** Title, the one address of this text, and the same article in its other languages. */
export function articleMetadata(article: ArticleVersion): Metadata {
  const { snapshot, locale, languages } = article;
  const origin = publicOrigin();
  return {
    metadataBase: origin ? new URL(origin) : null,
    title: articleText(article).title,
    alternates: {
      canonical: canonicalAddress(snapshot.slug, locale),
      languages: {
        ...Object.fromEntries(
          languages.map((language) => [language.locale, canonicalAddress(snapshot.slug, language.locale)]),
        ),
        "x-default": bareAddress(snapshot.slug),
      },
      ...(locale !== snapshot.sourceLocale && { types: { "application/atom+xml": `/feeds/${locale}` } }),
    },
  };
}
