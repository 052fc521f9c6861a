import { countHumanWords, type WordCount } from "@/lib/core/blame/human-share";
import { blameLines } from "@/lib/core/blame/lines";
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
 * from publications and from nothing else. In the transaction that publishes, which holds the translation.
 */
export async function describeMaking(
  tx: Queryable,
  translationId: TranslationId,
  snapshot: PublicationSnapshot,
  { policy, note }: { readonly policy: NumberedPolicy; readonly note: string },
): Promise<PublicationSnapshot> {
  const lines = linesOf(await listLines(tx, translationId));
  const { importedAt, writers, readerProposals } = await findMakingFacts(tx, translationId);
  const live = [...lines].filter(([, revisions]) => revisions[0]?.isLive);
  const tokens = blameLines(
    withSteps(lines),
    live.map(([id]) => id),
    { locale: snapshot.targetLocale },
  );
  const current = new Map<string, { readonly words: WordCount; readonly ownWords: boolean }>(
    live.map(([, revisions], at) => {
      const last = revisions.at(-1);
      return [
        last?.id ?? "",
        { words: countHumanWords(tokens[at] ?? []), ownWords: last?.ownWords ?? false },
      ];
    }),
  );
  const segments = snapshot.segments.map((segment) => ({
    ...segment,
    words: current.get(segment.revisionId ?? "")?.words ?? { human: 0, all: 0 },
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
      contributors: contributors(tokens),
      readerProposals,
      ownApprovals: snapshot.segments.filter(
        ({ review, revisionId }) => review && current.get(revisionId ?? "")?.ownWords,
      ).length,
    },
    history: nextHistory(before, { segments, number, publishedAt, note }),
  };
}
