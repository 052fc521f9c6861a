import type { ProposalState } from "@/lib/core/proposal/lifecycle";
import { STANDINGS, type Standing } from "@/lib/core/proposal/standing";
import type { ChangeRequest } from "@/lib/core/review/bitext";
import type { DocumentId, ProjectId, ProposalId, RevisionId, UserId } from "@/lib/core/shared/ids";
import { CHANGE_REQUEST } from "../bitext/segment";
import type { Queryable } from "../client";
import { COMMENT_COUNT } from "../threads/read";
import { PLACE_COLUMNS, PLACE_JOINS, type ProposalPlace } from "./read";

/** The text that was approved in the place of a proposal. */
export interface ApprovedText {
  readonly text: string;
  /** Whoever approved it last, and when. */
  readonly name: string;
  readonly at: string;
  /** The decision on this very proposal made it. */
  readonly isOutcome: boolean;
}

export type MyProposalRow = ProposalPlace & {
  readonly id: ProposalId;
  readonly baseRevisionId: RevisionId;
  readonly state: Exclude<ProposalState, "rejoined">;
  readonly version: number;
  readonly targetText: string;
  /** The last words of its author, before it was brought along or edited. */
  readonly ownText: string;
  readonly baseText: string;
  readonly conflicted: boolean;
  readonly comment: string;
  readonly reason: string | null;
  readonly deciderName: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
  readonly decisionReason: string | null;
  /** What the acceptance made of it, else the latest approved text of its row; null while it is open, or if there is none. */
  readonly approved: ApprovedText | null;
  readonly request: ChangeRequest | null;
  readonly comments: number;
  readonly updatedAt: string;
};

/** Which of a person's proposals; null for all. Days are `YYYY-MM-DD` in `timeZone`, both included. */
export interface MineFilter {
  readonly standing: Standing | null;
  readonly documentId: DocumentId | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly timeZone: string;
}

const NEEDS_ATTENTION = `(p."baseRevisionId" <> s."currentRevisionId" OR p."changesRequestedAt" IS NOT NULL)`;

const HAS_STANDING: Readonly<Record<Standing, string>> = {
  open: `p."state" = 'open'`,
  attention: `p."state" = 'open' AND ${NEEDS_ATTENTION}`,
  accepted: `p."state" IN ('accepted', 'contained')`,
  divided: `p."state" = 'divided'`,
  declined: `p."state" = 'declined'`,
  withdrawn: `p."state" = 'withdrawn'`,
};

/** Parameters 1 and 2 are the author and the projects, 3 to 6 the filter. What went back into a proposal is part of that one. */
const WHERE = `p."authorId" = $1 AND p."state" <> 'rejoined' AND d."projectId" = ANY($2::uuid[]) AND ($3::uuid IS NULL OR d."id" = $3)
       AND ($4::date IS NULL OR (p."updatedAt" AT TIME ZONE $6)::date >= $4)
       AND ($5::date IS NULL OR (p."updatedAt" AT TIME ZONE $6)::date <= $5)`;

/** SQL expression over proposal `p`: its author's last version. */
const OWN_TEXT = `CASE WHEN p."versionCause" = 'written' THEN p."targetText" ELSE coalesce((
    SELECT v."targetText" FROM "ProposalVersion" v WHERE v."proposalId" = p."id" AND v."cause" = 'written'
    ORDER BY v."version" DESC LIMIT 1), p."targetText") END`;

/** SQL expression over proposal `p`: ApprovedText, or null. */
const APPROVED = `CASE WHEN p."state" <> 'open' THEN (
    SELECT jsonb_build_object('text', a."targetText", 'name', who."name", 'isOutcome', a."proposalId" IS NOT DISTINCT FROM p."id",
             'at', to_char(who."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    FROM "Revision" a CROSS JOIN LATERAL (
      SELECT u."displayName" AS "name", x."createdAt" AS "at" FROM revision_approvals(a."id") x
      JOIN "User" u ON u."id" = x."actorId" ORDER BY x."createdAt" DESC LIMIT 1) who
    WHERE a."segmentId" = p."segmentId"
    ORDER BY a."proposalId" IS NOT DISTINCT FROM p."id" DESC, a."number" DESC LIMIT 1) END`;

/** A person's proposals in these projects, last changed first. */
export async function listByAuthor(
  db: Queryable,
  authorId: UserId,
  projectIds: readonly ProjectId[],
  window: { readonly offset: number; readonly limit: number },
  filter: MineFilter,
): Promise<readonly MyProposalRow[]> {
  const { rows } = await db.query<Omit<MyProposalRow, "updatedAt" | "decidedAt"> & Times>(
    `SELECT p."id", p."state", p."version", p."targetText", ${OWN_TEXT} AS "ownText", p."baseRevisionId",
            b."targetText" AS "baseText", p."state" = 'open' AND p."baseRevisionId" <> s."currentRevisionId" AS "conflicted",
            p."comment", p."reason", decider."displayName" AS "deciderName", p."decidedAt", p."decisionNote",
            p."decisionReason", ${APPROVED} AS "approved", ${CHANGE_REQUEST} AS "request", ${COMMENT_COUNT} AS "comments",
            p."updatedAt", ${PLACE_COLUMNS}
     FROM "Proposal" p ${PLACE_JOINS} LEFT JOIN "User" decider ON decider."id" = p."decidedById"
     WHERE ${WHERE} AND ${filter.standing === null ? "true" : HAS_STANDING[filter.standing]}
     ORDER BY p."updatedAt" DESC, p."id" OFFSET $7 LIMIT $8`,
    [
      authorId,
      projectIds,
      filter.documentId,
      filter.from,
      filter.to,
      filter.timeZone,
      window.offset,
      window.limit,
    ],
  );
  return rows.map(({ updatedAt, decidedAt, ...row }) => ({
    ...row,
    updatedAt: updatedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }));
}

interface Times {
  readonly updatedAt: Date;
  readonly decidedAt: Date | null;
}

export type StandingCounts = Readonly<Record<Standing | "all", number>>;

/** How many of a person's proposals there are of each standing, whatever standing the filter names. */
export async function countByStanding(
  db: Queryable,
  authorId: UserId,
  projectIds: readonly ProjectId[],
  filter: MineFilter,
): Promise<StandingCounts> {
  const counts = STANDINGS.map((one) => `count(*) FILTER (WHERE ${HAS_STANDING[one]})::int AS "${one}"`);
  const { rows } = await db.query<StandingCounts>(
    `SELECT count(*)::int AS "all", ${counts.join(", ")}
     FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
     JOIN "Document" d ON d."id" = t."documentId" WHERE ${WHERE}`,
    [authorId, projectIds, filter.documentId, filter.from, filter.to, filter.timeZone],
  );
  return rows[0] as StandingCounts;
}

/** Documents that a person has proposed something for, by title. */
export async function listMyDocuments(
  db: Queryable,
  authorId: UserId,
  projectIds: readonly ProjectId[],
): Promise<readonly { readonly id: DocumentId; readonly title: string }[]> {
  const { rows } = await db.query<{ id: DocumentId; title: string }>(
    `SELECT DISTINCT d."id", d."title" FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId"
     JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"
     WHERE p."authorId" = $1 AND d."projectId" = ANY($2::uuid[]) ORDER BY d."title", d."id"`,
    [authorId, projectIds],
  );
  return rows;
}
