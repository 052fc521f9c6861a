import type { Metadata } from "next";
import { excerptOf } from "@/lib/core/publication/excerpt";
import {
  bareAddress,
  canonicalAddress,
  inEachInterface,
  oembedAddress,
  PICTURE_SIZE,
  pictureAddress,
} from "./addresses";
import { articleCredit } from "./article-credit";
import { type ArticleVersion, articleText, titledBlocks } from "./article-text";
import { publicOrigin } from "./public-origin";
import type { ReaderWords } from "./words";

/** Title, the one address of this text, the same article in its other languages, and what networks show of it. */
export function articleMetadata(article: ArticleVersion, words: ReaderWords): Metadata {
  const { snapshot, locale } = article;
  const origin = publicOrigin();
  const text = articleText(article);
  const description = excerptOf(titledBlocks(text).rest, text.codes);
  const address = canonicalAddress(snapshot.slug, locale);
  const oembed = (format: "json" | "xml") => [
    { url: oembedAddress((origin ?? "") + address, format), title: text.title },
  ];
  return {
    metadataBase: origin ? new URL(origin) : null,
    title: text.title,
    ...(description && { description }),
    robots: robotsOf(article),
    alternates: {
      canonical: address,
      languages: alternatesOf(article),
      types: {
        ...(locale !== snapshot.sourceLocale && { "application/atom+xml": `/feeds/${locale}` }),
        "application/json+oembed": oembed("json"),
        "text/xml+oembed": oembed("xml"),
      },
    },
    ...networkMetadata(article, text.title, description, words),
  };
}

/** Whether search engines may list the article, and with it what is said about it on further pages. */
const robotsOf = (article: ArticleVersion): NonNullable<Metadata["robots"]> =>
  isIndexed(article) ? { "max-image-preview": "large" } : { index: false, follow: true };

/**
 * What a page about an article, in the language of the interface, says of itself: its address, the same page in the other
 * languages of the interface, and whether it may be listed. One that may not names nobody, as the article itself.
 */
export function metadataAbout(article: ArticleVersion, title: string, address: string): Metadata {
  const origin = publicOrigin();
  return {
    metadataBase: origin ? new URL(origin) : null,
    title,
    alternates: { canonical: address, ...(isIndexed(article) && { languages: inEachInterface(address) }) },
    robots: robotsOf(article),
  };
}

const isIndexed = ({ languages, locale }: ArticleVersion): boolean =>
  languages.some((language) => language.locale === locale && language.isIndexed);

/** A page that is not to be listed names nobody and is named by nobody: else the pair would not be mutual. */
function alternatesOf(article: ArticleVersion): Record<string, string> {
  const { snapshot, languages } = article;
  if (!isIndexed(article)) return {};
  const listed = languages.filter((language) => language.isIndexed);
  return {
    ...Object.fromEntries(listed.map(({ locale }) => [locale, canonicalAddress(snapshot.slug, locale)])),
    "x-default": bareAddress(snapshot.slug),
  };
}

function networkMetadata(
  article: ArticleVersion,
  title: string,
  description: string,
  words: ReaderWords,
): Pick<Metadata, "openGraph" | "twitter"> {
  const { snapshot, locale, languages, firstPublishedAt } = article;
  const image = {
    url: pictureAddress(snapshot.slug, locale),
    ...PICTURE_SIZE,
    type: "image/png",
    alt: `${title} – ${articleCredit(article, words)}`,
  };
  return {
    openGraph: {
      type: "article",
      title,
      ...(description && { description }),
      url: canonicalAddress(snapshot.slug, locale),
      siteName: words.t("common:app.name"),
      locale: networkLocale(locale),
      alternateLocale: languages
        .filter((language) => language.locale !== locale)
        .map((language) => networkLocale(language.locale)),
      publishedTime: firstPublishedAt,
      modifiedTime: snapshot.publishedAt,
      images: [image],
    },
    twitter: { card: "summary_large_image", title, ...(description && { description }), images: [image] },
  };
}

/** Open Graph writes "de_CH". */
const networkLocale = (locale: string): string => locale.replaceAll("-", "_");
