import { err, ok, type Result } from "@/lib/core/shared/result";
import { parseLocale } from "@/lib/core/text/locale";
import { type FeedItem, findEverPublished, listArchived, listNewest } from "@/lib/db/feeds";
import type { ServiceContext } from "../context";

/** A document of the feed of a language. */
export interface FeedDocument {
  /** As publications write it. */
  readonly locale: string;
  readonly items: readonly FeedItem[];
  /** Its number, from 1, the oldest; null: the document that people subscribe to. */
  readonly archive: number | null;
  readonly archiveCount: number;
}

export const FEED_SIZE = 50;

/**
 * The articles that are published in a language. For everybody; `not-found` for a language in
 * which nothing is published, and for an archive that is not there yet.
 *
 * An archive holds 50 articles by the order of their first publication, so that none ever moves to
 * another one; what was withdrawn is missing there. The document that people subscribe to has the
 * 50 last published and everything that is in no archive yet: all together are complete.
 *
 * @param input.size For tests: of each archive, instead of 50.
 */
export async function readFeed(
  ctx: Pick<ServiceContext, "db">,
  input: { readonly locale: string; readonly archive: number | null; readonly size?: number },
): Promise<Result<FeedDocument, { readonly code: "not-found" }>> {
  const { archive, size = FEED_SIZE } = input;
  const asked = parseLocale(input.locale);
  const ever = asked.ok ? await findEverPublished(ctx.db.pool, asked.value) : null;
  if (!ever) return err({ code: "not-found" });
  const { locale } = ever;
  const archiveCount = Math.floor(ever.count / size);
  if (archive !== null && !(Number.isInteger(archive) && archive >= 1 && archive <= archiveCount))
    return err({ code: "not-found" });
  const items =
    archive === null
      ? await listNewest(ctx.db.pool, { locale, newest: size, from: archiveCount * size })
      : await listArchived(ctx.db.pool, { locale, from: (archive - 1) * size, to: archive * size });
  return ok({ locale, items, archive, archiveCount });
}
