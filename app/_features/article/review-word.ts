import type { PublishedSegment } from "@/lib/core/publication/snapshot";
import { isolated, type ReaderWords } from "./words";

/** What a reader may know about a paragraph: who approved it and when, or that nobody did. */
export function reviewWord({ review, origin }: PublishedSegment, { t, format }: ReaderWords): string {
  if (!review) return t(`paragraph.open.${origin}`);
  return t("paragraph.approved", {
    name: isolated(review.approverName),
    date: format.date(review.approvedAt),
  });
}

/** Whose words they are; empty where nobody has counted them. */
export function humanWord({ words }: PublishedSegment, { t, format }: ReaderWords): string {
  if (!words || words.all === 0) return "";
  return words.human === 0
    ? t("paragraph.machineWords")
    : t("paragraph.humanWords", { share: format.percent(words.human / words.all) });
}

/** How many of the paragraphs people have checked, in a sentence. */
export function reviewedWord(segments: readonly PublishedSegment[], { t, format }: ReaderWords): string {
  const count = segments.length;
  const reviewed = segments.filter(({ review }) => review).length;
  if (reviewed === 0) return t("article.reviewedNone", { count });
  if (reviewed === count) return t("article.reviewedAll", { count });
  return t("article.reviewedSome", { count: reviewed, all: format.number(count) });
}
