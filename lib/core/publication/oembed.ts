/** How other sites may embed an article (oembed.com, version 1.0). */
import { textDirection } from "../text/locale";
import { xmlText } from "./xml";

export interface EmbeddedArticle {
  readonly title: string;
  readonly locale: string;
  /** Whole addresses. */
  readonly address: string;
  readonly picture: string;
  readonly pictureSize: { readonly width: number; readonly height: number };
  readonly credit: string;
  /** Language of the credit; null if nobody knows it. */
  readonly creditLocale: string | null;
  readonly project: string;
  readonly provider: { readonly name: string; readonly address: string };
}

/** Pixels that the asking site has; Infinity where it does not say. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

export type Oembed = Readonly<Record<string, string | number>>;

const WIDTH = 600;

/**
 * An answer of type "rich": a quotation of the title that leads to the article, in markup that
 * needs no script and no style. It takes no more room than there is; the picture is named only
 * if it fits.
 */
export function oembedOf(article: EmbeddedArticle, room: Room): Oembed {
  const { title, locale, address, credit, creditLocale, project, provider, picture, pictureSize } = article;
  const language = creditLocale === null ? "" : xmlText(creditLocale);
  const width = Math.min(WIDTH, room.width);
  const fits = pictureSize.width <= room.width && pictureSize.height <= room.height;
  return {
    version: "1.0",
    type: "rich",
    title,
    author_name: project,
    provider_name: provider.name,
    provider_url: provider.address,
    html: [
      `<blockquote lang="${xmlText(locale)}" dir="${textDirection(locale)}" cite="${xmlText(address)}">`,
      `<p><a href="${xmlText(address)}">${xmlText(title)}</a></p>`,
      `<footer lang="${language}" dir="auto">${xmlText(credit)}</footer></blockquote>`,
    ].join(""),
    width,
    height: Math.min(heightOf(title, width), room.height),
    ...(fits && {
      thumbnail_url: picture,
      thumbnail_width: pictureSize.width,
      thumbnail_height: pictureSize.height,
    }),
  };
}

/** About as high as browsers draw it: letters of 9 pixels, lines of 24, and the credit with the margins. */
const heightOf = (title: string, width: number): number =>
  Math.ceil((title.length * 9) / Math.max(1, width - 80)) * 24 + 96;

/** The answer as XML. */
export const oembedXml = (oembed: Oembed): string =>
  [
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
    "<oembed>",
    ...Object.entries(oembed).map(([name, value]) => `<${name}>${xmlText(String(value))}</${name}>`),
    "</oembed>",
    "",
  ].join("\n");
