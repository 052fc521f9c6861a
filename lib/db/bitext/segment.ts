import { READERS_ID } from "@/lib/core/access/roles";
import type { DecidedProposal, OpenProposal, RevisionEntry } from "@/lib/core/review/bitext";
import type { RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import { COMMENT_COUNT } from "../threads/read";
import { shownName } from "../users";

/** An open proposal with the people who may not decide on it. */
export type OpenProposalRow = Omit<OpenProposal, "mine" | "decidable" | "isOnOwnText" | "approvals"> & {
  readonly authorId: UserId;
  /** Who has approved just these words on just this text, and how many people must. */
  readonly approverIds: readonly UserId[];
  readonly approvalsNeeded: number;
  /**
   * Author, other contributors, the importer of the machine text and `textWriterIds`; nobody where the policy is
   * without four eyes.
   */
  readonly contributorIds: readonly UserId[];
  /** Writers of the text that it changes, as long as nobody has approved that. */
  readonly textWriterIds: readonly UserId[];
};

/** SQL expression over proposal `p` and translation `t`: see OpenProposalRow.contributorIds. */
export const CONTRIBUTORS = `(CASE WHEN needs_four_eyes(p."segmentId") THEN (SELECT array_agg(DISTINCT u) FROM (
    SELECT p."authorId"::text AS u UNION SELECT t."importedById"::text
    UNION SELECT c."userId"::text FROM "ProposalContributor" c WHERE c."proposalId" = p."id"
    UNION SELECT w."userId"::text FROM unapproved_text_writers(p."segmentId") w) people) ELSE '{}' END)`;

/** SQL column over proposal `p`: `textWriterIds` of OpenProposalRow. */
export const TEXT_WRITERS = `ARRAY(SELECT w."userId"::text FROM unapproved_text_writers(p."segmentId") w) AS "textWriterIds"`;

/** SQL expression over proposal `p`: what its author was asked for and has not sent yet (ChangeRequest), or null. */
export const CHANGE_REQUEST = `(
    SELECT jsonb_build_object('name', u."displayName", 'note', c."note",
             'at', to_char(c."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
    FROM "Decision" c JOIN "User" u ON u."id" = c."actorId"
    WHERE p."changesRequestedAt" IS NOT NULL AND p."state" = 'open' AND c."proposalId" = p."id"
      AND c."kind" = 'request_changes' AND NOT EXISTS (SELECT FROM "Decision" x WHERE x."undoesId" = c."id")
    ORDER BY c."createdAt" DESC, c."id" LIMIT 1)`;

/** SQL columns over proposal `p`: `approverIds` and `approvalsNeeded` of OpenProposalRow. */
export const APPROVAL_COLUMNS = `
  ARRAY(SELECT DISTINCT a."actorId"::text FROM "Approval" a WHERE a."segmentId" = p."segmentId" AND a."proposalId" = p."id"
          AND a."textHash" = p."textHash" AND a."revisionId" = p."baseRevisionId" AND approval_counts(a."id")) AS "approverIds",
  greatest(coalesce((policy_of(p."segmentId"))."approvals", 1),
           CASE WHEN lacks_known_eyes(p."id", p."authorId") THEN 2 END) AS "approvalsNeeded"`;

/** How an open proposal `p` came to its words: the columns of OpenProposal from `origin` to `isRest`. */
export const VERSION_COLUMNS = `
  p."origin", p."authorId" = '${READERS_ID}' AS "isAnonymous", p."versionCause", p."fromProposalId" IS NOT NULL AS "isRest",
  CASE WHEN p."versionCause" = 'rebased' THEN (
    SELECT jsonb_build_object('baseText', vb."targetText", 'targetText', v."targetText")
    FROM "ProposalVersion" v JOIN "Revision" vb ON vb."id" = v."baseRevisionId"
    WHERE v."proposalId" = p."id" AND v."cause" <> 'rebased' ORDER BY v."version" DESC LIMIT 1) END AS "asWritten",
  ARRAY(SELECT cu."displayName" FROM "ProposalContributor" pc JOIN "User" cu ON cu."id" = pc."userId"
        WHERE pc."proposalId" = p."id" AND pc."userId" <> p."authorId" ORDER BY cu."displayName") AS "editorNames"`;

/** Open proposals of a segment, oldest first. */
export async function listOpenProposals(
  db: Queryable,
  segmentId: SegmentId,
): Promise<readonly OpenProposalRow[]> {
  const { rows } = await db.query<Omit<OpenProposalRow, "createdAt"> & { createdAt: Date }>(
    `SELECT p."id", p."version", p."targetText", p."textHash", p."baseRevisionId", b."targetText" AS "baseText",
            p."baseRevisionId" <> s."currentRevisionId" AS "conflicted", p."comment", p."reason",
            ${CHANGE_REQUEST} AS "request", ${COMMENT_COUNT} AS "comments", ${shownName("u")} AS "authorName",
            p."authorId", p."createdAt", ${CONTRIBUTORS} AS "contributorIds", ${TEXT_WRITERS}, ${APPROVAL_COLUMNS}, ${VERSION_COLUMNS}
     FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
     JOIN "Revision" b ON b."id" = p."baseRevisionId" JOIN "User" u ON u."id" = p."authorId"
     WHERE p."segmentId" = $1 AND p."state" = 'open' ORDER BY p."createdAt", p."id"`,
    [segmentId],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/**
 * Decided proposals of a segment and of the retired ones that it came out of, newest first, at most 50. What went back
 * into the proposal that it was left of is part of that one.
 */
export async function listDecidedProposals(
  db: Queryable,
  segmentId: SegmentId,
  viewerId: UserId,
): Promise<readonly DecidedProposal[]> {
  const { rows } = await db.query<Omit<DecidedProposal, "decidedAt"> & { decidedAt: Date }>(
    `SELECT p."id", p."state", p."targetText", b."targetText" AS "baseText", ${shownName("a")} AS "authorName",
            ${shownName("d")} AS "deciderName", p."decisionNote", p."decisionReason", p."decidedAt",
            p."authorId" = $2 AS "mine"
     FROM "Proposal" p JOIN "Revision" b ON b."id" = p."baseRevisionId"
     JOIN "User" a ON a."id" = p."authorId" LEFT JOIN "User" d ON d."id" = p."decidedById"
     WHERE p."segmentId" IN (SELECT $1::uuid UNION ALL SELECT a."segmentId" FROM segment_ancestors($1) a)
       AND p."state" NOT IN ('open', 'rejoined') ORDER BY p."decidedAt" DESC, p."id" LIMIT 50`,
    [segmentId, viewerId],
  );
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt.toISOString() }));
}

const REVISIONS = `
  SELECT r."id", r."number", r."origin", r."targetText", ${shownName("a")} AS "authorName",
         (SELECT u."displayName" FROM revision_approvals(r."id") d JOIN "User" u ON u."id" = d."actorId"
          ORDER BY d."createdAt" DESC LIMIT 1) AS "approverName",
         r."createdAt"
  FROM "Revision" r LEFT JOIN "User" a ON a."id" = r."authorId"`;

type RevisionRow = Omit<RevisionEntry, "createdAt"> & { createdAt: Date };

const toRevision = (row: RevisionRow): RevisionEntry => ({ ...row, createdAt: row.createdAt.toISOString() });

/** All revisions of a segment, first to last. */
export async function listRevisions(db: Queryable, segmentId: SegmentId): Promise<readonly RevisionEntry[]> {
  const { rows } = await db.query<RevisionRow>(`${REVISIONS} WHERE r."segmentId" = $1 ORDER BY r."number"`, [
    segmentId,
  ]);
  return rows.map(toRevision);
}

/**
 * The texts of the retired segments that a segment came out of, newest first, at most 50. Those that a repair
 * only put together are left out: their words are those of the texts before them.
 */
export async function listEarlierRevisions(
  db: Queryable,
  segmentId: SegmentId,
): Promise<readonly RevisionEntry[]> {
  const { rows } = await db.query<RevisionRow>(
    `${REVISIONS} JOIN segment_ancestors($1) s ON s."segmentId" = r."segmentId"
     WHERE r."targetText" <> '' AND NOT EXISTS (SELECT FROM "RevisionPart" p WHERE p."revisionId" = r."id")
     ORDER BY r."createdAt" DESC, r."id" LIMIT 50`,
    [segmentId],
  );
  return rows.map(toRevision);
}

/** The machine's paragraphs that a segment comes from, whole, in order. */
export async function findMachineText(db: Queryable, segmentId: SegmentId): Promise<string> {
  const { rows } = await db.query<{ text: string }>(
    `SELECT coalesce(string_agg(t."text", E'\\n\\n' ORDER BY l."position"), '') AS "text"
     FROM "SegmentTarget" l JOIN "TargetParagraph" t ON t."id" = l."targetParagraphId" WHERE l."segmentId" = $1`,
    [segmentId],
  );
  return rows[0]?.text ?? "";
}

/**
 * People who may not approve the current text as it stands: its writers and the importer. Nobody where the policy is
 * without four eyes.
 */
export async function listTextContributors(
  db: Queryable,
  revisionId: RevisionId,
): Promise<readonly UserId[]> {
  const { rows } = await db.query<{ id: UserId }>(
    `SELECT people."id" FROM "Revision" r CROSS JOIN LATERAL (
       SELECT t."importedById" AS "id" FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
       WHERE s."id" = r."segmentId"
       UNION SELECT w."userId" FROM unapproved_writers(r."id") w) people
     WHERE r."id" = $1 AND needs_four_eyes(r."segmentId")`,
    [revisionId],
  );
  return rows.map((row) => row.id);
}
