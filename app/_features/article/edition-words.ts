import type { Edition, EditionSide, EditionWords } from "@/lib/core/publication/edition";
import { reviewWord } from "./review-word";
import { isolated, type ReaderWords } from "./words";

/** What a file says in words of its own, the same as the page says. */
export function editionWords({ sides }: Edition, words: ReaderWords): EditionWords {
  const { ui, t, format } = words;
  const translations = sides.filter(({ isSource }) => !isSource);
  return {
    locale: ui,
    reviewOf: (segment) => reviewWord(segment, words),
    missingOf: ({ review }) => t(review ? "paragraph.leftOut" : "paragraph.missing"),
    image: t("article.imageWord"),
    contents: t("edition.contents"),
    accessibility: t("edition.accessibility"),
    about:
      translations.length > 0
        ? translations.map((side) => aboutTranslation(side, words))
        : [t("article.originalIn", { language: format.languageName(sides[0].locale) })],
  };
}

function aboutTranslation({ snapshot }: EditionSide, { t, format }: ReaderWords): string {
  const { sourceLocale, targetLocale, mtEngine, publishedAt, publisherName, segments } = snapshot;
  const names = { source: format.languageName(sourceLocale), target: format.languageName(targetLocale) };
  const count = segments.length;
  const reviewed = segments.filter(({ review }) => review).length;
  const share = reviewed === 0 ? "None" : reviewed === count ? "All" : "Some";
  return [
    mtEngine ? t("article.machineBy", { ...names, engine: isolated(mtEngine) }) : t("article.machine", names),
    t(`article.reviewed${share}`, { count, reviewed: format.number(reviewed) }),
    t("article.publishedBy", { date: format.date(publishedAt), name: isolated(publisherName) }),
  ].join(" ");
}
