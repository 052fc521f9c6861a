import { randomUUID } from "node:crypto";
import { READERS_ID } from "@/lib/core/access/roles";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { type PassageFault, replacePassage } from "@/lib/core/report/replace-passage";
import type { ReportText } from "@/lib/core/report/report";
import type { ProposalId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inlineCodeTable } from "@/lib/core/text/inline";
import type { Queryable } from "@/lib/db/client";
import { appendProposal } from "@/lib/db/proposals/write";
import { ensureReaders, type ReportPlace } from "@/lib/db/reports/write";
import { followMove } from "../proposals/follow-move";
import { textHash } from "../text-hash";

/** What a proposal is made of. */
interface Filing {
  readonly input: ReportText;
  readonly snapshot: PublicationSnapshot;
}

export type PassageError = {
  readonly code: Exclude<PassageFault, "passage-formatted">;
  readonly field: "passage";
};

/** The whole text with the reader's wording in it. Null: no wording, or no telling where it belongs; a person will. */
export function betterText(
  { input, snapshot }: Filing,
  { baseText, isSameRow }: ReportPlace,
): Result<string | null, PassageError> {
  if (input.wording.trim() === "") return ok(null);
  const codes = inlineCodeTable(snapshot.targetCodes);
  const replaced = replacePassage(baseText, codes, input.passage, input.wording);
  if (replaced.ok) return ok(isSameRow && replaced.value !== baseText ? replaced.value : null);
  if (!isSameRow || replaced.error === "passage-formatted") return ok(null);
  return err({ code: replaced.error, field: "passage" });
}

/** Puts it into the queue as a proposal of the reader. Null: a repair has retired the row in the meantime. */
export async function appendReadersProposal(
  tx: Queryable,
  input: ReportText,
  place: ReportPlace,
  targetText: string,
  reporterId: UserId | null,
  at: Date,
): Promise<ProposalId | null> {
  if (!reporterId) await ensureReaders(tx, at);
  const authorId = reporterId ?? READERS_ID;
  const stored = await appendProposal(tx, {
    segmentId: place.segmentId,
    baseRevisionId: place.baseRevisionId,
    authorId,
    origin: "reader",
    targetText,
    textHash: textHash(targetText),
    comment: input.remark,
    reason: input.reason,
    idempotencyKey: randomUUID(),
    at,
  });
  if (!stored) return null;
  await followMove(tx, place.segmentId, authorId, at);
  return stored.id;
}
