import { isSlug } from "@/lib/core/document/slug";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { err, ok, type Result } from "@/lib/core/shared/result";
import {
  type ArticleEntry,
  findSnapshot,
  listArticles as list,
  listCurrentVersions,
} from "@/lib/db/publications";
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

/**
 * A published article in one of its languages. For everybody; `not-found` also when it was
 * withdrawn. Of the other languages only the titles are read: a snapshot can have megabytes.
 */
export async function readArticle(
  ctx: Pick<ServiceContext, "db">,
  input: { readonly slug: string; readonly locale: string },
): Promise<Result<Article, { readonly code: "not-found" }>> {
  const versions = isSlug(input.slug) ? await listCurrentVersions(ctx.db.pool, input.slug) : [];
  const latest = versions[0];
  if (!latest) return err({ code: "not-found" });
  const { sourceLocale } = latest;
  const wanted = input.locale.toLowerCase();
  const isSource = sourceLocale.toLowerCase() === wanted;
  const version = isSource
    ? latest
    : versions.find(({ targetLocale }) => targetLocale.toLowerCase() === wanted);
  const found = version ? await findSnapshot(ctx.db.pool, version.publicationId) : null;
  if (!version || !found) return err({ code: "not-found" });
  const targets = versions
    .map(({ targetLocale, title }) => ({ locale: targetLocale, title, isSource: false }))
    .sort((a, b) => (a.locale < b.locale ? -1 : 1));
  return ok({
    ...found,
    locale: isSource ? sourceLocale : version.targetLocale,
    languages: [{ locale: sourceLocale, title: found.snapshot.sourceTitle, isSource: true }, ...targets],
  });
}
