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
