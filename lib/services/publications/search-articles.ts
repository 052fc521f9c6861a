import { isSlug } from "@/lib/core/document/slug";
import { cleanQuery, excerptAround, type HitPiece, hitPieces } from "@/lib/core/publication/search-hit";
import { searchTrouble } from "@/lib/db/database-trouble";
import { type FoundText, type FoundTexts, hasWord, searchPublishedTexts } from "@/lib/db/found-texts";
import { listPublishedLocales } from "@/lib/db/published-texts";
import type { ServiceContext } from "../context";

/** A paragraph of a published article in which the words stand. */
export interface Hit {
  readonly locale: string;
  /** Fragment of the address: the page of `locale` shows the paragraph there. */
  readonly anchor: string;
  /** The paragraph, or of a long one the part around the first word found. */
  readonly pieces: readonly HitPiece[];
}

/** A published article, and the best of its paragraphs in which the words stand. */
export interface FoundArticle {
  readonly slug: string;
  /** The language of its best paragraph, and its title in that language. */
  readonly locale: string;
  readonly title: string;
  readonly hits: readonly Hit[];
  /** Paragraphs found in it, whether given or not. */
  readonly hitCount: number;
}

export interface SearchResult {
  /** What was searched for: the request without what cannot be typed, cut at 200 characters. */
  readonly query: string;
  /** The article in which alone was searched; null: in all. */
  readonly slug: string | null;
  readonly articles: readonly FoundArticle[];
  readonly articleCount: number;
  readonly hitCount: number;
  /** There are more than were counted. */
  readonly isCut: boolean;
  /** The page given, from 1, and how many there are: of articles, or of the paragraphs of one. */
  readonly page: number;
  readonly pageCount: number;
  /** The languages that can be searched. */
  readonly locales: readonly string[];
  /** Why nothing was looked for: no word in it, or no answer in time, or too many others were searching; else null. */
  readonly trouble: "no-word" | "took-too-long" | "too-many" | null;
}

export const ARTICLES_ON_PAGE = 10;
/** Paragraphs of an article beside others, and of one by itself. */
const HITS_OF_EACH = 3;
export const HITS_ON_PAGE = 50;

/**
 * Full-text search over what is published now: articles, the one with the best paragraph
 * first, 10 a page with at most 3 paragraphs each, or the paragraphs of one article, 50 a
 * page, the best first. For everybody. Knows quotation marks, `or` and `-`, as search engines
 * do; no request is an error, one without a word finds nothing. Whatever is asked ends within
 * seconds, and has connections of its own. A page beyond the last one is the last one.
 *
 * @param input.locale A language tag; null, or one in which nothing is published: all languages.
 * @param input.slug An article; null, or what cannot be one: all articles.
 * @param input.page From 1.
 */
export async function searchArticles(
  ctx: Pick<ServiceContext, "db">,
  input: {
    readonly query: string;
    readonly locale: string | null;
    readonly slug?: string | null;
    readonly page?: number;
  },
): Promise<SearchResult> {
  const query = cleanQuery(input.query);
  const slug = input.slug && isSlug(input.slug) ? input.slug : null;
  const locales = await listPublishedLocales(ctx.db.pool);
  const nothing = {
    query,
    slug,
    locales,
    ...counted([], { articleCount: 0, textCount: 0, isCut: false }, 1, 1),
  };
  if (query === "" || locales.length === 0) return { ...nothing, trouble: null };
  const wanted = input.locale?.toLowerCase();
  const asked = locales.filter((one) => one.toLowerCase() === wanted);
  const request = { query, slug, locales: asked.length > 0 ? asked : locales };
  const page = Math.max(1, input.page ?? 1);
  try {
    if (!(await hasWord(ctx.db.searchPool, query, request.locales)))
      return { ...nothing, trouble: "no-word" };
    const found = await searchPublishedTexts(ctx.db.searchPool, {
      ...request,
      articles: slug ? { page: 1, size: 1 } : { page, size: ARTICLES_ON_PAGE },
      texts: slug ? { page, size: HITS_ON_PAGE } : { page: 1, size: HITS_OF_EACH },
    });
    const pageCount = Math.ceil(
      slug ? found.textCount / HITS_ON_PAGE : found.articleCount / ARTICLES_ON_PAGE,
    );
    return { ...nothing, ...counted(found.texts, found, page, pageCount), trouble: null };
  } catch (error) {
    const trouble = searchTrouble(error);
    if (!trouble) throw error;
    return { ...nothing, trouble };
  }
}

function counted(
  texts: readonly FoundText[],
  { articleCount, textCount, isCut }: Omit<FoundTexts, "texts">,
  page: number,
  pages: number,
) {
  const pageCount = Math.max(1, pages);
  return {
    articles: byArticle(texts),
    articleCount,
    hitCount: textCount,
    isCut,
    page: Math.min(page, pageCount),
    pageCount,
  };
}

function byArticle(texts: readonly FoundText[]): readonly FoundArticle[] {
  const slugs = [...new Set(texts.map(({ slug }) => slug))];
  return slugs.flatMap((slug): readonly FoundArticle[] => {
    const own = texts.filter((text) => text.slug === slug);
    const [best] = own;
    if (!best) return [];
    const { locale, title, inArticle } = best;
    return [{ slug, locale, title, hitCount: inArticle, hits: own.map(hitOf) }];
  });
}

const hitOf = ({ locale, anchor, marked }: FoundText): Hit => ({
  locale,
  anchor,
  pieces: excerptAround(hitPieces(marked)),
});
