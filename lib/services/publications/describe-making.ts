import { countHumanWords } from "@/lib/core/blame/human-share";
import { blameLines, linesUpTo } from "@/lib/core/blame/lines";
import { withSteps } from "@/lib/core/blame/steps";
import type { NumberedPolicy } from "@/lib/core/policy/policy";
import { contributors } from "@/lib/core/publication/contributors";
import { nextHistory } from "@/lib/core/publication/corrections";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import type { TranslationId } from "@/lib/core/shared/ids";
import { listLines } from "@/lib/db/bitext/history";
import type { Queryable } from "@/lib/db/client";
import { findCurrentPublication, findMakingFacts, nextPublicationNumber } from "@/lib/db/publication-history";
import { linesOf } from "../segments/read-history";

/**
 * Adds to a snapshot how its text was made and what it changes for readers, so that the pages that tell it are made
 * from publications and from nothing else. In the transaction that publishes, which holds the translation, but not its
 * rows: whatever is decided meanwhile, everything here is counted of the revisions that the snapshot names.
 *
 * @param facts.ownApprovals paragraphs whose approver wrote or imported their words, read together with the snapshot.
 */
export async function describeMaking(
  tx: Queryable,
  translationId: TranslationId,
  snapshot: PublicationSnapshot,
  facts: { readonly policy: NumberedPolicy; readonly note: string; readonly ownApprovals: number },
): Promise<PublicationSnapshot> {
  const { policy, note, ownApprovals } = facts;
  const ends = snapshot.segments.map(({ revisionId }) => revisionId ?? "");
  const { lines, rows } = linesUpTo(linesOf(await listLines(tx, translationId)), ends);
  const tokens = blameLines(withSteps(lines), rows, { locale: snapshot.targetLocale });
  const segments = snapshot.segments.map((segment, at) => ({
    ...segment,
    words: countHumanWords(tokens[at] ?? []),
  }));
  const { importedAt, writers, readerProposals } = await findMakingFacts(tx, translationId, ends);
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
      contributors: contributors(tokens),
      readerProposals,
      ownApprovals,
    },
    history: nextHistory(before, { segments, number, publishedAt, note }),
  };
}
