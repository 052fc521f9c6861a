import type { Finding } from "@/lib/core/record/finding";

/** What must not be found: the rows of `sql` have "id" and "where". */
export interface ToldRule {
  readonly code: Finding["code"];
  readonly table: string;
  readonly sql: string;
}

/** What a person would call event `e`. */
export const EVENT = `e."type" || ' · ' || e."subjectType" || ' ' || e."subjectId"`;

/** The subject of event `e`, if it is a row with an id. */
export const SUBJECT = `CASE WHEN e."subjectId" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN e."subjectId"::uuid END`;

/** What a person would call a place in segment `s`. */
export const PLACE = `(SELECT o."slug" || '/' || t."targetLocale" || coalesce(', row ' || (s."position" + 1), ', a row that is no more')
   FROM "Translation" t JOIN "Document" o ON o."id" = t."documentId" WHERE t."id" = s."translationId")`;

/** The event of each kind of decision; of an undo it is about the decision that was taken back. */
export const EVENTS = `(VALUES ('accept', 'proposal.accepted'), ('accept-part', 'proposal.accepted-in-part'), ('decline', 'proposal.declined'),
                        ('withdraw', 'proposal.withdrawn'), ('approve', 'segment.approved'),
                        ('request_changes', 'proposal.changes-requested'), ('undo', 'decision.undone'),
                        ('revert', 'proposal.reverted')) AS told ("kind", "type")`;

/** Event `e` tells of decision `d`, or of one like it: the same person did the same again after an undo. */
export const TELLS = `e."actor" = 'user:' || d."actorId" AND CASE d."kind"::text
         WHEN 'undo' THEN e."subjectId" = d."undoesId"::text AND e."payload"->>'undoId' = d."id"::text
         ELSE e."subjectId" = coalesce(d."proposalId", d."segmentId")::text AND e."payload"->>'textHash' = d."textHash"
           AND coalesce(e."payload"->>'revisionId', d."revisionId"::text) = d."revisionId"::text
           AND coalesce(e."payload"->>'version', d."proposalVersion"::text, '') = coalesce(d."proposalVersion"::text, '') END`;
