import { blame } from "@/lib/core/blame/blame";
import { countHumanWords, type WordCount } from "@/lib/core/blame/human-share";
import type { NumberedPolicy } from "@/lib/core/policy/policy";
import { nextHistory } from "@/lib/core/publication/corrections";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import type { TranslationId } from "@/lib/core/shared/ids";
import { type HistoryRow, listHistories } from "@/lib/db/bitext/history";
import type { Queryable } from "@/lib/db/client";
import { findCurrentPublication, findMakingFacts, nextPublicationNumber } from "@/lib/db/publication-history";

/**
 * Adds to a snapshot how its text was made and what it changes for readers, so that the pages that tell it are made
 * from publications and from nothing else. In the transaction that publishes, which holds the translation.
 */
export async function describeMaking(
  tx: Queryable,
  translationId: TranslationId,
  snapshot: PublicationSnapshot,
  { policy, note }: { readonly policy: NumberedPolicy; readonly note: string },
): Promise<PublicationSnapshot> {
  const histories = revisionsBySegment(await listHistories(tx, translationId));
  const { importedAt, writers, readerProposals } = await findMakingFacts(tx, translationId);
  const current = new Map(histories.map((revisions) => [revisions.at(-1)?.id as string, revisions]));
  const segments = snapshot.segments.map((segment) => ({
    ...segment,
    words: countWords(current.get(segment.revisionId ?? "") ?? [], snapshot.targetLocale),
  }));
  const number = await nextPublicationNumber(tx, translationId);
  const before = await findCurrentPublication(tx, translationId);
  const { publishedAt } = snapshot;
  return {
    ...snapshot,
    segments,
    number,
    making: {
      importedAt: importedAt.toISOString(),
      policy,
      writers,
      readerProposals,
      ownApprovals: snapshot.segments.filter(
        ({ review, revisionId }) => review && current.get(revisionId ?? "")?.at(-1)?.ownWords,
      ).length,
    },
    history: nextHistory(before, { segments, number, publishedAt, note }),
  };
}

function revisionsBySegment(rows: readonly HistoryRow[]): readonly (readonly HistoryRow[])[] {
  const found = new Map<string, HistoryRow[]>();
  for (const row of rows) {
    const known = found.get(row.segmentId);
    if (known) known.push(row);
    else found.set(row.segmentId, [row]);
  }
  return [...found.values()];
}

const countWords = (revisions: readonly HistoryRow[], locale: string): WordCount =>
  revisions.length === 0
    ? { human: 0, all: 0 }
    : countHumanWords(
        blame(
          revisions.map((row) => ({ ...row, text: row.targetText })),
          { locale },
        ),
      );
