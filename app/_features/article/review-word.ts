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
