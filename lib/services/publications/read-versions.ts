import { isSlug } from "@/lib/core/document/slug";
import { CHANGES_AT_ONCE, type ChangedPassage, changedPassages } from "@/lib/core/publication/corrections";
import { type PublicationSnapshot, reviewedShare } from "@/lib/core/publication/snapshot";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findEarlierSnapshots } from "@/lib/db/publication-history";
import type { ServiceContext } from "../context";
import { type Article, readArticle } from "./read-articles";

type NotFound = { readonly code: "not-found" };
type Asked = { readonly slug: string; readonly locale: string };

const NUMBER = /^[1-9]\d{0,8}$/;

/**
 * An earlier publication of what readers have of an article in this language. For everybody; `not-found` also for what
 * was published before a withdrawal: nothing of that is shown any more.
 */
export async function readVersion(
  ctx: Pick<ServiceContext, "db">,
  input: Asked & { readonly number: string },
): Promise<
  Result<{ readonly article: Article; readonly number: number; readonly isCurrent: boolean }, NotFound>
> {
  const current = await readTranslation(ctx, input);
  if (!current || !NUMBER.test(input.number)) return err({ code: "not-found" });
  const number = Number(input.number);
  const { article, last, first } = current;
  if (number < first || number > last) return err({ code: "not-found" });
  if (number === last) return ok({ article, number, isCurrent: true });
  const [found] = await findEarlierSnapshots(ctx.db.pool, input.slug, article.locale, {
    from: number,
    to: number,
  });
  if (!found) return err({ code: "not-found" });
  return ok({ article: { ...article, snapshot: found.snapshot }, number, isCurrent: false });
}

/** A publication as the list of changes tells it. */
export interface Change {
  readonly number: number;
  readonly at: string;
  readonly publisherName: string;
  /** What its editor says was corrected; empty if nothing. */
  readonly note: string;
  /** Share of paragraphs that a person approved, 0..1, in this publication and in the one before; null for the first. */
  readonly reviewedShare: number;
  readonly reviewedBefore: number | null;
  /** What reads otherwise than before; null for the first. */
  readonly passages: readonly ChangedPassage[] | null;
  /** Numbers of the inline codes that occur in the texts. */
  readonly codes: readonly number[];
}

/** Some of the publications of a translation, the latest first, and where the others are. */
export interface ChangeList {
  readonly article: Article;
  readonly changes: readonly Change[];
  /** The number of what readers have now. */
  readonly current: number;
  /** `before` of the list of older ones, and of newer ones; null where there are none. */
  readonly older: number | null;
  readonly newer: number | null;
}

/**
 * The publications of what readers have of an article in this language since it was last withdrawn, the latest 20 or,
 * with `before`, those 20 that came before that number. For everybody. `not-found` also for a number of none.
 */
export async function readChanges(
  ctx: Pick<ServiceContext, "db">,
  input: Asked & { readonly before?: string | undefined },
): Promise<Result<ChangeList, NotFound>> {
  const current = await readTranslation(ctx, input);
  if (!current) return err({ code: "not-found" });
  const { article, first, last } = current;
  if (input.before !== undefined && !NUMBER.test(input.before)) return err({ code: "not-found" });
  const before = input.before === undefined ? last + 1 : Number(input.before);
  const from = Math.max(first, before - CHANGES_AT_ONCE);
  if (before > last + 1 || (before <= first && input.before !== undefined)) return err({ code: "not-found" });
  const found = await findEarlierSnapshots(ctx.db.pool, input.slug, article.locale, {
    from: Math.max(first, from - 1), // the one that the oldest of the list is compared with
    to: before - 1,
  });
  const changes = found
    .map(({ number, snapshot }, index) => changeOf(number, snapshot, found[index - 1]?.snapshot))
    .filter(({ number }) => number >= from);
  return ok({
    article,
    changes: changes.reverse(),
    current: last,
    older: from > first ? from : null,
    newer: before <= last ? Math.min(before + CHANGES_AT_ONCE, last + 1) : null,
  });
}

function changeOf(
  number: number,
  snapshot: PublicationSnapshot,
  before: PublicationSnapshot | undefined,
): Change {
  const correction = snapshot.history?.corrections.find((one) => one.number === number);
  const codes = [...snapshot.targetCodes, ...(before?.targetCodes ?? [])].map(({ id }) => id);
  return {
    number,
    at: snapshot.publishedAt,
    publisherName: snapshot.publisherName,
    note: correction?.note ?? "",
    reviewedShare: reviewedShare(snapshot.segments),
    reviewedBefore: before ? reviewedShare(before.segments) : null,
    passages: before ? changedPassages(before, snapshot) : null,
    codes: [...new Set(codes)],
  };
}

/** A published translation, not the original, with the numbers of its first and last publication that may be shown. */
async function readTranslation(ctx: Pick<ServiceContext, "db">, { slug, locale }: Asked) {
  const read = isSlug(slug) ? await readArticle(ctx, { slug, locale }) : null;
  if (!read?.ok || read.value.locale === read.value.snapshot.sourceLocale) return null;
  const article = read.value;
  const { history, number } = article.snapshot;
  // of publications from before histories nobody knows what was withdrawn before them
  if (!history || !number) return { article, first: 1, last: 0 };
  return { article, first: history.firstNumber, last: number };
}
