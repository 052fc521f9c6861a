import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { type ArticleEntry, listArticles as list, listCurrentSnapshots } from "@/lib/db/publications";
import type { ServiceContext } from "../context";

/** What one reader page needs. */
export interface Article {
  /** The snapshot that the page is made from; for the source language the one published last. */
  readonly snapshot: PublicationSnapshot;
  readonly hash: string;
  /** Locale of the page: the snapshot's target locale or its source locale. */
  readonly locale: string;
  /** All languages to be had, the source first. */
  readonly languages: readonly {
    readonly locale: string;
    readonly title: string;
    readonly isSource: boolean;
  }[];
}

const FRONT_PAGE = 200;

/** Published articles, last published first, at most 200. For everybody. */
export async function listArticles(ctx: Pick<ServiceContext, "db">): Promise<readonly ArticleEntry[]> {
  return list(ctx.db.pool, FRONT_PAGE);
}

/** A published article in one of its languages. For everybody; `not-found` also when it was withdrawn. */
export async function readArticle(
  ctx: Pick<ServiceContext, "db">,
  input: { readonly slug: string; readonly locale: string },
): Promise<Result<Article, { readonly code: "not-found" }>> {
  const snapshots = await listCurrentSnapshots(ctx.db.pool, input.slug);
  const latest = snapshots[0];
  if (!latest) return err({ code: "not-found" });
  const { sourceLocale, sourceTitle } = latest.snapshot;
  const wanted = input.locale.toLowerCase();
  const found =
    sourceLocale.toLowerCase() === wanted
      ? latest
      : snapshots.find(({ snapshot }) => snapshot.targetLocale.toLowerCase() === wanted);
  if (!found) return err({ code: "not-found" });
  const targets = snapshots
    .map(({ snapshot }) => ({ locale: snapshot.targetLocale, title: snapshot.targetTitle, isSource: false }))
    .sort((a, b) => (a.locale < b.locale ? -1 : 1));
  return ok({
    ...found,
    locale:
      found === latest && sourceLocale.toLowerCase() === wanted ? sourceLocale : found.snapshot.targetLocale,
    languages: [{ locale: sourceLocale, title: sourceTitle, isSource: true }, ...targets],
  });
}
