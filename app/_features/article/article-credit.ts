import { reviewedShare } from "@/lib/core/publication/snapshot";
import { type ArticleVersion, articleText } from "./article-text";
import { isolated, type ReaderWords } from "./words";

/** Whose text it is, in one line: of a translation also that a machine made it, and how much of it people have checked. */
export function articleCredit(article: ArticleVersion, { t, format }: ReaderWords): string {
  const { snapshot, isSource } = articleText(article);
  if (isSource) return snapshot.projectName;
  return t("article.credit", {
    project: isolated(snapshot.projectName),
    share: format.percent(reviewedShare(snapshot.segments)),
  });
}
