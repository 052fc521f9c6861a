import { type AccessError, roleAllows } from "@/lib/core/access/permissions";
import { countHumanWords, humanShare } from "@/lib/core/blame/human-share";
import { blameLines } from "@/lib/core/blame/lines";
import { withSteps } from "@/lib/core/blame/steps";
import { type Stretch, stretches } from "@/lib/core/blame/stretches";
import type { BitextHead } from "@/lib/core/review/bitext";
import type { SegmentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findBitextHead } from "@/lib/db/bitext/head";
import { findSegmentPlace, type LineRow, listLines } from "@/lib/db/bitext/history";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/** A revision with its text as blame wants it. */
export type HistoryEntry = LineRow & { readonly text: string };

export interface SegmentHistory {
  readonly head: Pick<
    BitextHead,
    "translationId" | "title" | "slug" | "sourceLocale" | "targetLocale" | "targetCodes"
  >;
  /** 0-based row; null for a row that is no more. */
  readonly position: number | null;
  /** First to last. */
  readonly entries: readonly HistoryEntry[];
  /** The current text by whose words they are; of an entry that several people wrote, its author is each one's own. */
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
  const lines = place
    ? linesOf(await listLines(db, place.translationId))
    : new Map<SegmentId, HistoryEntry[]>();
  const entries = lines.get(segmentId) ?? [];
  if (!place || !head || entries.length === 0) return err({ code: "not-found" });
  const { translationId, title, slug, sourceLocale, targetLocale, targetCodes } = head;
  const live = [...lines].flatMap(([id, [first]]) => (first?.isLive ? [id] : []));
  const [tokens = [], ...document] = blameLines(withSteps(lines), [segmentId, ...live], {
    locale: targetLocale,
  });
  return ok({
    head: { translationId, title, slug, sourceLocale, targetLocale, targetCodes },
    position: place.position,
    entries,
    stretches: stretches(tokens),
    share: {
      segment: humanShare([countHumanWords(tokens)]),
      document: humanShare(document.map(countHumanWords)),
    },
    mayRestore: roleAllows(granted.value.role, "proposal.write") && place.position !== null,
  });
}

/** The revisions of every row, in the order of the document. */
export function linesOf(rows: readonly LineRow[]): ReadonlyMap<SegmentId, readonly HistoryEntry[]> {
  const lines = new Map<SegmentId, HistoryEntry[]>();
  for (const row of rows) {
    const entry = { ...row, text: row.targetText };
    const known = lines.get(row.segmentId);
    if (known) known.push(entry);
    else lines.set(row.segmentId, [entry]);
  }
  return lines;
}
