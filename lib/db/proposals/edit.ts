import type { ProposalId, RevisionId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import type { LockedProposal } from "./locked";

/**
 * The next version of a held proposal, by an editor, who is one of its contributors from now on. If another
 * version was asked for, this is it. The version before is kept (`ProposalVersion`). Gives the new version's number.
 */
export async function editProposal(
  tx: Queryable,
  proposal: LockedProposal,
  edit: {
    readonly baseRevisionId: RevisionId;
    readonly targetText: string;
    readonly textHash: string;
    readonly editorId: UserId;
    readonly at: Date;
  },
): Promise<number> {
  const { rows } = await tx.query<{ id: ProposalId; version: number }>(
    `WITH edited AS (
       UPDATE "Proposal" SET "targetText" = $2, "textHash" = $3, "baseRevisionId" = $4, "version" = "version" + 1,
              "versionCause" = 'edited', "versionById" = $5, "changesRequestedAt" = NULL, "updatedAt" = $6
       WHERE "id" = $1 AND "state" = 'open' RETURNING "id", "version"
     ), contributor AS (
       INSERT INTO "ProposalContributor" ("proposalId", "userId") SELECT "id", $5::uuid FROM edited
       ON CONFLICT DO NOTHING
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'proposal.edited', $7, 'user:' || ($5::uuid)::text, 'proposal', edited."id"::text,
              jsonb_build_object('textHash', $3::text, 'baseRevisionId', $4::uuid, 'version', edited."version"), $6
       FROM edited
     )
     SELECT "version" FROM edited`,
    [
      proposal.id,
      edit.targetText,
      edit.textHash,
      edit.baseRevisionId,
      edit.editorId,
      edit.at,
      proposal.projectId,
    ],
  );
  const edited = rows[0];
  if (!edited) throw new Error("a held proposal is not open");
  return edited.version;
}
