import type { ParagraphForm } from "@/lib/core/document/paragraph";
import type { PublicationSnapshot, PublishedParagraph } from "@/lib/core/publication/snapshot";
import type { TextOrigin } from "@/lib/core/repair/row";
import type { DocumentId, PublicationId, RevisionId, TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

/** A segment as a publication needs it. */
export interface PublishableSegment {
  readonly revisionId: RevisionId;
  readonly sources: readonly PublishedParagraph[];
  readonly kinds: readonly ParagraphForm[];
  readonly targetText: string;
  readonly origin: TextOrigin;
  readonly approved: boolean;
  readonly approverName: string | null;
  readonly approvedAt: Date | null;
  /** The approver wrote or imported the words, as the policy allowed. */
  readonly ownWords: boolean;
}

/**
 * All rows of a translation in order, in one consistent read. Each row looks up what is its own:
 * joined with the whole of each, a fresh import without statistics took seconds per thousand rows.
 */
export async function listPublishableSegments(
  db: Queryable,
  translationId: TranslationId,
): Promise<readonly PublishableSegment[]> {
  const { rows } = await db.query<PublishableSegment>(
    `SELECT coalesce(source."sources", '[]') AS "sources", coalesce(machine."kinds", '[]') AS "kinds",
            r."id" AS "revisionId", r."targetText", r."origin", s."state" IN ('reviewed', 'final') AS "approved",
            coalesce(approval."displayName", restored."displayName") AS "approverName",
            coalesce(approval."createdAt", restored."createdAt") AS "approvedAt",
            coalesce(approval."ownWords", restored."ownWords", false) AS "ownWords"
     FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
     CROSS JOIN LATERAL (
       SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('number', q."number", 'kind', q."kind", 'level', q."level",
                                                             'ordinal', q."ordinal", 'numberStyle', q."numberStyle",
                                                             'text', q."text"))
                        ORDER BY q."position") AS "sources"
       FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId" WHERE l."segmentId" = s."id"
     ) source CROSS JOIN LATERAL (
       SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', t."kind", 'level', t."level",
                                                             'ordinal', t."ordinal", 'numberStyle', t."numberStyle"))
                        ORDER BY l."position") AS "kinds"
       FROM "SegmentTarget" l JOIN "TargetParagraph" t ON t."id" = l."targetParagraphId" WHERE l."segmentId" = s."id"
     ) machine LEFT JOIN LATERAL (
       SELECT u."displayName", d."createdAt", d."ownWords" FROM "Decision" d JOIN "User" u ON u."id" = d."actorId"
       WHERE d."revisionId" = r."id" AND d."kind" IN ('accept', 'accept-part', 'approve')
         AND NOT EXISTS (SELECT FROM "Decision" undo WHERE undo."undoesId" = d."id")
       ORDER BY d."createdAt" DESC LIMIT 1
     ) approval ON true
     LEFT JOIN LATERAL (
       SELECT u."displayName", a."createdAt", x."ownWords" FROM revision_approvals(r."id") a
       JOIN "User" u ON u."id" = a."actorId" JOIN "Decision" x ON x."id" = a."decisionId"
       WHERE approval."createdAt" IS NULL AND s."state" IN ('reviewed', 'final') ORDER BY a."createdAt" DESC LIMIT 1
     ) restored ON true
     WHERE s."translationId" = $1 AND s."position" IS NOT NULL ORDER BY s."position"`,
    [translationId],
  );
  return rows;
}

/** Open proposals on the rows of a translation. */
export async function countOpenProposals(db: Queryable, translationId: TranslationId): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId"
     WHERE s."translationId" = $1 AND s."position" IS NOT NULL AND p."state" = 'open'`,
    [translationId],
  );
  return rows[0]?.count ?? 0;
}

/** Holds the translation until the transaction ends, so that publications follow one another. */
export async function lockTranslation(tx: Queryable, translationId: TranslationId): Promise<void> {
  await tx.query(`SELECT FROM "Translation" WHERE "id" = $1 FOR UPDATE`, [translationId]);
}

export interface StoredPublication {
  readonly id: PublicationId;
  readonly number: number;
  /** SHA-256 of the snapshot as the database writes it out, for the event that binds to it. */
  readonly snapshotHash: string;
}

/**
 * Stores a snapshot as the translation's next publication and makes it the current one. The
 * caller holds the translation by `lockTranslation` since before it read what is published.
 */
export async function appendPublication(
  tx: Queryable,
  publication: {
    readonly translationId: TranslationId;
    readonly snapshot: PublicationSnapshot;
    readonly hash: string;
    readonly reviewedShare: number;
    readonly leastIndexed: number;
    readonly publishedById: UserId;
    readonly at: Date;
  },
): Promise<StoredPublication> {
  const { rows } = await tx.query<StoredPublication>(
    `INSERT INTO "Publication" ("translationId", "number", "title", "targetLocale", "reviewedShare", "leastIndexed",
                                "snapshot", "hash", "publishedById", "createdAt")
     SELECT $1, coalesce(max("number"), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9
     FROM "Publication" WHERE "translationId" = $1
     RETURNING "id", "number", encode(sha256(convert_to("snapshot"::text, 'UTF8')), 'hex') AS "snapshotHash"`,
    [
      publication.translationId,
      publication.snapshot.targetTitle,
      publication.snapshot.targetLocale,
      publication.reviewedShare,
      publication.leastIndexed,
      JSON.stringify(publication.snapshot),
      publication.hash,
      publication.publishedById,
      publication.at,
    ],
  );
  const stored = rows[0];
  if (!stored) throw new Error("a stored publication has no id");
  await setCurrentPublication(tx, publication.translationId, stored.id);
  return stored;
}

/** Makes a publication the one that readers get, or none. False if nothing changed. */
export async function setCurrentPublication(
  tx: Queryable,
  translationId: TranslationId,
  publicationId: PublicationId | null,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE "Translation" SET "publicationId" = $2 WHERE "id" = $1 AND "publicationId" IS DISTINCT FROM $2`,
    [translationId, publicationId],
  );
  return rowCount === 1;
}

export interface ArticleEntry {
  readonly documentId: DocumentId;
  readonly slug: string;
  readonly sourceTitle: string;
  readonly sourceLocale: string;
  readonly projectName: string;
  readonly versions: readonly {
    readonly locale: string;
    readonly title: string;
    readonly publishedAt: string;
    readonly reviewedShare: number;
    readonly leastIndexed: number;
  }[];
}

/** A language of an article, without its text. */
export interface PublishedVersion {
  readonly publicationId: PublicationId;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  /** The title in the target language. */
  readonly title: string;
  readonly reviewedShare: number;
  readonly leastIndexed: number;
  /** When this translation was published for the first time, whatever became of that publication. */
  readonly firstPublishedAt: Date;
}

/** What readers can get of this article, last published first; none if it is not published. */
export async function listCurrentVersions(db: Queryable, slug: string): Promise<readonly PublishedVersion[]> {
  const { rows } = await db.query<PublishedVersion>(
    `SELECT p."id" AS "publicationId", d."sourceLocale", p."targetLocale", p."title", p."reviewedShare",
            p."leastIndexed", coalesce(first."createdAt", p."createdAt") AS "firstPublishedAt"
     FROM "Document" d JOIN "Translation" t ON t."documentId" = d."id"
     JOIN "Publication" p ON p."id" = t."publicationId"
     LEFT JOIN "Publication" first ON first."translationId" = t."id" AND first."number" = 1
     WHERE d."slug" = $1 ORDER BY p."createdAt" DESC, p."id"`,
    [slug],
  );
  return rows;
}

/** The snapshot of a publication, as large as its article, and the SHA-256 of it that the event log binds to; or null. */
export async function findSnapshot(
  db: Queryable,
  id: PublicationId,
): Promise<{ readonly snapshot: PublicationSnapshot; readonly hash: string | null } | null> {
  const { rows } = await db.query<{ snapshot: PublicationSnapshot; hash: string | null }>(
    `SELECT p."snapshot", (SELECT e."payload"->>'snapshotHash' FROM "Event" e
                           WHERE e."subjectType" = 'translation' AND e."subjectId" = p."translationId"::text
                             AND e."type" IN ('translation.published', 'publication.sealed')
                             AND e."payload"->>'publicationId' = p."id"::text AND e."payload" ? 'snapshotHash'
                           ORDER BY e."sequence" LIMIT 1) AS "hash"
     FROM "Publication" p WHERE p."id" = $1`,
    [id],
  );
  return rows[0] ?? null;
}
