import { isSlug } from "@/lib/core/document/slug";
import { mayBeIndexed } from "@/lib/core/policy/policy";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findSnapshot, listCurrentVersions, type PublishedVersion } from "@/lib/db/publications";
import type { ServiceContext } from "../context";

/** What one reader page needs. */
export interface Article {
  /** The snapshot that the page is made from; for the source language the one published last. */
  readonly snapshot: PublicationSnapshot;
  /** SHA-256 of the snapshot, as the review record names it. */
  readonly hash: string | null;
  /** Locale of the page: the snapshot's target locale or its source locale. */
  readonly locale: string;
  /** All languages to be had, the source first. */
  readonly languages: readonly {
    readonly locale: string;
    readonly title: string;
    readonly isSource: boolean;
    /** May search engines list it? The original always. */
    readonly isIndexed: boolean;
  }[];
  /** When this language could be read for the first time, ISO 8601. */
  readonly firstPublishedAt: string;
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
    .map((each) => ({
      locale: each.targetLocale,
      title: each.title,
      isSource: false,
      isIndexed: mayBeIndexed(each),
    }))
    .sort((a, b) => (a.locale < b.locale ? -1 : 1));
  return ok({
    ...found,
    locale: isSource ? sourceLocale : version.targetLocale,
    languages: [
      { locale: sourceLocale, title: found.snapshot.sourceTitle, isSource: true, isIndexed: true },
      ...targets,
    ],
    firstPublishedAt: firstOf(isSource ? versions : [version]),
  });
}

/** The original could be read as soon as the first of its translations was published. */
const firstOf = (versions: readonly PublishedVersion[]): string =>
  new Date(Math.min(...versions.map(({ firstPublishedAt }) => firstPublishedAt.getTime()))).toISOString();
