import type { ShelfWish } from "@/lib/core/publication/shelf";
import type { ArticleEntry } from "@/lib/db/publications";
import { countShelf, listShelf, type ShelfCounts } from "@/lib/db/shelf";
import type { ServiceContext } from "../context";

export interface Shelf extends ShelfCounts {
  readonly articles: readonly ArticleEntry[];
  /** The page given, from 1, and how many there are; an empty shelf has one. */
  readonly page: number;
  readonly pageCount: number;
}

const PAGE = 50;

/**
 * Published articles that fit a wish, last published first, 50 a page, and what else could be
 * wished for. For everybody. A page beyond the last one is the last one.
 *
 * @param input.timeZone in which the year of a publication is meant, e.g. "Europe/Berlin".
 */
export async function browseArticles(
  ctx: Pick<ServiceContext, "db">,
  input: { readonly wish: ShelfWish; readonly page: number; readonly timeZone: string },
): Promise<Shelf> {
  const { wish, timeZone } = input;
  const counts = await countShelf(ctx.db.pool, wish, timeZone);
  const pageCount = Math.max(1, Math.ceil(counts.found / PAGE));
  const page = Math.min(Math.max(1, input.page), pageCount);
  const place = { offset: (page - 1) * PAGE, limit: PAGE };
  return { ...counts, articles: await listShelf(ctx.db.pool, wish, timeZone, place), page, pageCount };
}
