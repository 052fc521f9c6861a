import type { Metadata } from "next";
import { bareAddress, canonicalAddress } from "./addresses";
import { type ArticleVersion, articleText } from "./article-text";

/** Where the world finds us. Search engines want whole addresses. */
function publicOrigin(): URL | null {
  const address = process.env.NEXTAUTH_URL ?? "";
  return URL.canParse(address) ? new URL(new URL(address).origin) : null;
}

/** Title, the one address of this text, and the same article in its other languages. */
export function articleMetadata(article: ArticleVersion): Metadata {
  const { snapshot, locale, languages } = article;
  return {
    metadataBase: publicOrigin(),
    title: articleText(article).title,
    alternates: {
      canonical: canonicalAddress(snapshot.slug, locale),
      languages: {
        ...Object.fromEntries(
          languages.map((language) => [language.locale, canonicalAddress(snapshot.slug, language.locale)]),
        ),
        "x-default": bareAddress(snapshot.slug),
      },
    },
  };
}
