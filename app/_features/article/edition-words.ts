import type { Edition, EditionSide, EditionWords } from "@/lib/core/publication/edition";
import { reviewedWord, reviewWord } from "./review-word";
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

function aboutTranslation({ snapshot }: EditionSide, words: ReaderWords): string {
  const { t, format } = words;
  const { sourceLocale, targetLocale, mtEngine, publishedAt, publisherName, segments } = snapshot;
  const names = { source: format.languageName(sourceLocale), target: format.languageName(targetLocale) };
  return [
    mtEngine ? t("article.machineBy", { ...names, engine: isolated(mtEngine) }) : t("article.machine", names),
    reviewedWord(segments, words),
    t("article.publishedBy", { date: format.date(publishedAt), name: isolated(publisherName) }),
  ].join(" ");
}
