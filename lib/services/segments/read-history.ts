import { type AccessError, roleAllows } from "@/lib/core/access/permissions";
import { type BlamedToken, blame } from "@/lib/core/blame/blame";
import { countHumanWords, humanShare, type WordCount } from "@/lib/core/blame/human-share";
import { type Stretch, stretches } from "@/lib/core/blame/stretches";
import type { BitextHead } from "@/lib/core/review/bitext";
import type { SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findBitextHead } from "@/lib/db/bitext/head";
import { findSegmentPlace, type HistoryRow, listHistories, listHistory } from "@/lib/db/bitext/history";
import type { Queryable } from "@/lib/db/client";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/** A revision with its text as blame wants it. */
export type HistoryEntry = HistoryRow & { readonly text: string };

export interface SegmentHistory {
  readonly head: Pick<
    BitextHead,
    "translationId" | "title" | "slug" | "sourceLocale" | "targetLocale" | "targetCodes"
  >;
  /** 0-based row; null for a row that is no more. */
  readonly position: number | null;
  /** First to last. */
  readonly entries: readonly HistoryEntry[];
  /** The current text by whose words they are. */
  readonly stretches: readonly Stretch<HistoryEntry>[];
  /** Share of the words that people brought, 0 to 1, of this row and of all rows together. */
  readonly share: { readonly segment: number; readonly document: number };
  /** The person may propose that an earlier text comes back. */
  readonly mayRestore: boolean;
}

/** How a row came to its text, and whose every word is. For everybody who may read the document. */
export async function readHistory(
  ctx: ServiceContext,
  segmentId: SegmentId,
): Promise<Result<SegmentHistory, { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "segment", id: segmentId }, "document.read");
  if (!granted.ok) return granted;
  const db = ctx.db.pool;
  const place = await findSegmentPlace(db, segmentId);
  const head = place ? await findBitextHead(db, place.translationId) : null;
  const entries = (await listHistory(db, segmentId)).map(withText);
  if (!place || !head || entries.length === 0) return err({ code: "not-found" });
  const { translationId, title, slug, sourceLocale, targetLocale, targetCodes } = head;
  const tokens = blame(entries, { locale: targetLocale });
  return ok({
    head: { translationId, title, slug, sourceLocale, targetLocale, targetCodes },
    position: place.position,
    entries,
    stretches: stretches(tokens),
    share: {
      segment: humanShare([countHumanWords(tokens)]),
      document: humanShare(await countDocument(db, translationId, targetLocale)),
    },
    mayRestore: roleAllows(granted.value.role, "proposal.write") && place.position !== null,
  });
}

const withText = (row: HistoryRow): HistoryEntry => ({ ...row, text: row.targetText });

async function countDocument(
  db: Queryable,
  translationId: TranslationId,
  locale: string,
): Promise<readonly WordCount[]> {
  const rows = await listHistories(db, translationId);
  const bySegment = new Map<string, HistoryEntry[]>();
  for (const row of rows) {
    const known = bySegment.get(row.segmentId);
    if (known) known.push(withText(row));
    else bySegment.set(row.segmentId, [withText(row)]);
  }
  return [...bySegment.values()].map((entries) =>
    countHumanWords(blame(entries, { locale }) as readonly BlamedToken<HistoryEntry>[]),
  );
}
