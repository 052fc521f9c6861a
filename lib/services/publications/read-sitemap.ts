import { mayBeIndexed } from "@/lib/core/policy/policy";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { listSitemapParts, listSitemapRows, type SitemapRow } from "@/lib/db/sitemap";
import type { ServiceContext } from "../context";

/** An article in a language in which search engines may list it. */
export interface SitemapText {
  readonly slug: string;
  readonly locale: string;
  /** ISO 8601. */
  readonly changedAt: string;
  /** All the languages in which they may, this one among them; the original first. */
  readonly locales: readonly string[];
}

/** Either all texts, or the parts in which they stand. */
export type SitemapContents =
  | { readonly kind: "texts"; readonly texts: readonly SitemapText[] }
  | {
      readonly kind: "parts";
      readonly parts: readonly { readonly part: number; readonly changedAt: string | null }[];
    };

/**
 * Addresses in a part: a tenth of what sitemaps.org allows, so that even with seventy languages,
 * each of which names all the others, a part stays below 50 MB.
 */
export const PART_SIZE = 5_000;

/**
 * What search engines may list. For everybody. Up to 5,000 addresses are one part, and given at
 * once; of more, the parts are named. A text never moves to another part: they are filled in the
 * order of first publication, and what is withdrawn leaves a gap. `not-found` for a part that is
 * not there.
 *
 * @param input.part From 1; null: the whole.
 * @param input.size For tests: of a part.
 */
export async function readSitemap(
  ctx: Pick<ServiceContext, "db">,
  { part, size = PART_SIZE }: { readonly part: number | null; readonly size?: number },
): Promise<Result<SitemapContents, { readonly code: "not-found" }>> {
  const parts = await listSitemapParts(ctx.db.pool, size);
  if (part === null && parts.length > 1) return ok({ kind: "parts", parts });
  if (part !== null && !parts.some((one) => one.part === part)) return err({ code: "not-found" });
  const rows = await listSitemapRows(ctx.db.pool, part ?? 1, size);
  return ok({ kind: "texts", texts: rows.flatMap(textOf) });
}

/** The original may always be listed, and changed when one of its translations was published last. */
function textOf({ slug, locale, isSource, sourceLocale, versions }: SitemapRow): readonly SitemapText[] {
  const listed = versions.filter(mayBeIndexed);
  const own = isSource ? versions : listed.filter((version) => version.locale === locale);
  const changedAt = own
    .map(({ publishedAt }) => publishedAt)
    .sort()
    .at(-1);
  if (changedAt === undefined) return [];
  return [{ slug, locale, changedAt, locales: [sourceLocale, ...listed.map((version) => version.locale)] }];
}
