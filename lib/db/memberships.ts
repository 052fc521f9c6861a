import type { Role } from "@/lib/core/access/roles";
import type {
  DecisionId,
  DocumentId,
  ImportId,
  ProjectId,
  ProposalId,
  ReportId,
  SegmentId,
  ThreadId,
  TranslationId,
  UserId,
} from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

/** A thing that belongs to a project, by its id. */
export type Owned =
  | { readonly kind: "project"; readonly id: ProjectId }
  | { readonly kind: "document"; readonly id: DocumentId }
  | { readonly kind: "translation"; readonly id: TranslationId }
  | { readonly kind: "segment"; readonly id: SegmentId }
  | { readonly kind: "proposal"; readonly id: ProposalId }
  | { readonly kind: "thread"; readonly id: ThreadId }
  | { readonly kind: "decision"; readonly id: DecisionId }
  | { readonly kind: "report"; readonly id: ReportId }
  | { readonly kind: "import"; readonly id: ImportId };

const PROJECT_OF: Readonly<Record<Owned["kind"], string>> = {
  project: `SELECT "id" AS "projectId" FROM "Project" WHERE "id" = $1`,
  document: `SELECT "projectId" FROM "Document" WHERE "id" = $1`,
  translation: `SELECT d."projectId" FROM "Translation" t JOIN "Document" d ON d."id" = t."documentId" WHERE t."id" = $1`,
  segment: `SELECT d."projectId" FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
            JOIN "Document" d ON d."id" = t."documentId" WHERE s."id" = $1`,
  proposal: `SELECT d."projectId" FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId"
             JOIN "Translation" t ON t."id" = s."translationId"
             JOIN "Document" d ON d."id" = t."documentId" WHERE p."id" = $1`,
  thread: `SELECT d."projectId" FROM "Thread" h JOIN "Proposal" p ON p."id" = h."proposalId"
           JOIN "Segment" s ON s."id" = p."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
           JOIN "Document" d ON d."id" = t."documentId" WHERE h."id" = $1`,
  decision: `SELECT d."projectId" FROM "Decision" c JOIN "Segment" s ON s."id" = c."segmentId"
             JOIN "Translation" t ON t."id" = s."translationId"
             JOIN "Document" d ON d."id" = t."documentId" WHERE c."id" = $1`,
  report: `SELECT d."projectId" FROM "Report" r JOIN "Translation" t ON t."id" = r."translationId"
           JOIN "Document" d ON d."id" = t."documentId" WHERE r."id" = $1`,
  import: `SELECT "projectId" FROM "Import" WHERE "id" = $1`,
};

/**
 * The project that a thing belongs to and the person's role in it, read now; null if
 * there is no such thing. `role` is null for people who are no members.
 */
export async function findRoleFor(
  db: Queryable,
  owned: Owned,
  userId: UserId,
): Promise<{ readonly projectId: ProjectId; readonly role: Role | null } | null> {
  const { rows } = await db.query<{ projectId: ProjectId; role: Role | null }>(
    {
      name: `role-for-${owned.kind}`,
      text: `SELECT o."projectId", m."role" FROM (${PROJECT_OF[owned.kind]}) o
             LEFT JOIN "Membership" m ON m."projectId" = o."projectId" AND m."userId" = $2`,
    },
    [owned.id, userId],
  );
  return rows[0] ?? null;
}

/** The person's roles by project. */
export async function listRoles(
  db: Queryable,
  userId: UserId,
): Promise<readonly { readonly projectId: ProjectId; readonly role: Role }[]> {
  const { rows } = await db.query<{ projectId: ProjectId; role: Role }>(
    `SELECT "projectId", "role" FROM "Membership" WHERE "userId" = $1`,
    [userId],
  );
  return rows;
}
