import {
  canonicalAddress,
  PICTURE_SIZE,
  pictureAddress,
  readArticlePath,
} from "@/app/_features/article/addresses";
import { articleCredit } from "@/app/_features/article/article-credit";
import { articleText } from "@/app/_features/article/article-text";
import { publicDocument } from "@/app/_features/article/public-document";
import { originOf } from "@/app/_features/article/public-origin";
import { answering, badRequest, respond } from "@/app/api/api-response";
import { findArticle, findOriginal, wordsFor } from "@/app/api/articles/find-article";
import { type Oembed, oembedOf, oembedXml } from "@/lib/core/publication/oembed";

const OPEN_TO_ALL = { "access-control-allow-origin": "*" };
const NOT_IMPLEMENTED = 501;

/** How another site may embed the article at `url`. 404 for what is no published article of ours, 501 for other formats. */
export const GET = answering(async (request: Request) => {
  const { searchParams } = new URL(request.url);
  const [url, format] = [searchParams.get("url"), searchParams.get("format") ?? "json"];
  const room = { width: pixels(searchParams.get("maxwidth")), height: pixels(searchParams.get("maxheight")) };
  if (!url || Number.isNaN(room.width) || Number.isNaN(room.height)) return badRequest();
  if (format !== "json" && format !== "xml") return new Response(null, { status: NOT_IMPLEMENTED });
  const found = await embed(url, originOf(request), room);
  if (!found) return respond({ ok: false, error: { code: "not-found" } });
  return format === "json"
    ? publicDocument(request, JSON.stringify(found), "application/json", OPEN_TO_ALL)
    : publicDocument(request, oembedXml(found), "text/xml", OPEN_TO_ALL);
});

const pixels = (value: string | null): number => {
  if (value === null) return Number.POSITIVE_INFINITY;
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : Number.NaN;
};

async function embed(
  url: string,
  origin: string,
  room: { readonly width: number; readonly height: number },
): Promise<Oembed | null> {
  const place = URL.canParse(url) && new URL(url).origin === origin && readArticlePath(new URL(url).pathname);
  if (!place) return null;
  const article = place.locale ? await findArticle(place.slug, place.locale) : await findOriginal(place.slug);
  if (!article) return null;
  const { snapshot, locale } = article;
  const words = await wordsFor(locale);
  return oembedOf(
    {
      title: articleText(article).title,
      locale,
      address: origin + canonicalAddress(snapshot.slug, locale),
      picture: origin + pictureAddress(snapshot.slug, locale),
      pictureSize: PICTURE_SIZE,
      credit: articleCredit(article, words),
      creditLocale: locale === snapshot.sourceLocale ? null : words.ui,
      project: snapshot.projectName,
      provider: { name: words.t("common:app.name"), address: origin },
    },
    room,
  );
}
