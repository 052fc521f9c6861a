import { cleanQuery, excerptAround, type HitPiece, hitPieces } from "@/lib/core/publication/search-hit";
import { searchTrouble } from "@/lib/db/database-trouble";
import { hasWord, listPublishedLocales, searchPublishedTexts } from "@/lib/db/published-texts";
import type { ServiceContext } from "../context";

/** A paragraph of a published article in which the words stand. */
export interface Hit {
  readonly slug: string;
  readonly title: string;
  readonly locale: string;
  /** Fragment of the address: the page of `locale` shows the paragraph there. */
  readonly anchor: string;
  /** The paragraph, or of a long one the part around the first word found. */
  readonly pieces: readonly HitPiece[];
}

export interface SearchResult {
  /** What was searched for: the request without what cannot be typed, cut at 200 characters. */
  readonly query: string;
  readonly hits: readonly Hit[];
  /** There are more than are given. */
  readonly hasMore: boolean;
  /** The languages that can be searched. */
  readonly locales: readonly string[];
  /** Why nothing was looked for: no word in it, or no answer in time, or too many others were searching; else null. */
  readonly trouble: "no-word" | "took-too-long" | "too-many" | null;
}

const HITS = 50;

/**
 * Full-text search over what is published now, at most 50 paragraphs, the best first. For
 * everybody. Knows quotation marks, `or` and `-`, as search engines do; no request is an
 * error, one without a word finds nothing. Whatever is asked ends within seconds, and has
 * connections of its own.
 *
 * @param input.locale A language tag; null: all languages.
 */
export async function searchArticles(
  ctx: Pick<ServiceContext, "db">,
  input: { readonly query: string; readonly locale: string | null },
): Promise<SearchResult> {
  const query = cleanQuery(input.query);
  const locales = await listPublishedLocales(ctx.db.pool);
  const nothing = { query, hits: [], hasMore: false, locales, trouble: null };
  if (query === "" || locales.length === 0) return nothing;
  const wanted = input.locale?.toLowerCase();
  const asked = locales.filter((one) => one.toLowerCase() === wanted);
  const request = { query, locales: asked.length > 0 ? asked : locales, limit: HITS + 1 };
  try {
    if (!(await hasWord(ctx.db.searchPool, query, request.locales)))
      return { ...nothing, trouble: "no-word" };
    const found = await searchPublishedTexts(ctx.db.searchPool, request);
    const hits = found
      .slice(0, HITS)
      .map(({ marked, ...place }): Hit => ({ ...place, pieces: excerptAround(hitPieces(marked)) }));
    return { ...nothing, hits, hasMore: found.length > HITS };
  } catch (error) {
    const trouble = searchTrouble(error);
    if (!trouble) throw error;
    return { ...nothing, trouble };
  }
}
