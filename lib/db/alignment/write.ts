import type { AlignmentChange, CreatedRow } from "@/lib/core/repair/change";
import type { SegmentId, TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import { moveWaiting } from "./waiting";

/** A row to be stored, with the hash of its text. */
export type StoredRow = CreatedRow & {
  readonly textHash: string;
  /** Who brought a text that comes from no other one; they may not approve it. */
  readonly authorId?: UserId | null;
};

/**
 * Writes a change of the rows: retires those that go, puts the others in their places, stores
 * new ones, moves what waited, and raises the version, which it gives. The caller holds the
 * translation and the segments that go and come.
 */
export async function writeAlignment(
  tx: Queryable,
  translationId: TranslationId,
  { step, after }: AlignmentChange,
  created: readonly StoredRow[],
  at: Date,
): Promise<number> {
  const ids = after.map((row) => row.id);
  const stays = new Set(ids);
  await retire(
    tx,
    step.before.filter((id) => !stays.has(id)),
    at,
  );
  const behind = step.position + step.before.length;
  await makeRoom(tx, translationId, behind, ids.length - step.before.length);
  const fresh = new Set(created.map(({ id }) => id));
  const before = new Set(step.before);
  const places = ids.map((id, index) => ({ id, position: step.position + index }));
  await place(tx, places, new Set(ids.filter((id) => !before.has(id) && !fresh.has(id))), at);
  await insertRows(tx, translationId, created, new Map(places.map(({ id, position }) => [id, position])), at);
  if (step.pin) {
    await tx.query(`UPDATE "Segment" SET "pinned" = $2 WHERE "id" = $1`, [step.pin.id, step.pin.pinned]);
  }
  await moveWaiting(tx, step);
  const { rows } = await tx.query<{ version: number }>(
    `UPDATE "Translation" SET "alignmentVersion" = "alignmentVersion" + 1 WHERE "id" = $1
     RETURNING "alignmentVersion" AS "version"`,
    [translationId],
  );
  return rows[0]?.version ?? 0;
}

async function retire(tx: Queryable, ids: readonly SegmentId[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `UPDATE "Segment" SET "position" = NULL, "retiredAt" = $2, "pinned" = false WHERE "id" = ANY ($1::uuid[])`,
    [ids, at],
  );
}

async function makeRoom(
  tx: Queryable,
  translationId: TranslationId,
  from: number,
  by: number,
): Promise<void> {
  if (by === 0) return;
  await tx.query(
    `UPDATE "Segment" SET "position" = "position" + $3 WHERE "translationId" = $1 AND "position" >= $2`,
    [translationId, from, by],
  );
}

/** Rows that come back count as changed now; those that only move up or down do not. */
async function place(
  tx: Queryable,
  places: readonly { readonly id: SegmentId; readonly position: number }[],
  revived: ReadonlySet<SegmentId>,
  at: Date,
): Promise<void> {
  if (places.length === 0) return;
  await tx.query(
    `UPDATE "Segment" s SET "position" = p."position", "retiredAt" = NULL,
            "updatedAt" = CASE WHEN p."revived" THEN $4 ELSE s."updatedAt" END
     FROM unnest($1::uuid[], $2::int[], $3::bool[]) AS p("id", "position", "revived")
     WHERE s."id" = p."id" AND s."position" IS DISTINCT FROM p."position"`,
    [
      places.map(({ id }) => id),
      places.map(({ position }) => position),
      places.map(({ id }) => revived.has(id)),
      at,
    ],
  );
}

async function insertRows(
  tx: Queryable,
  translationId: TranslationId,
  created: readonly StoredRow[],
  positions: ReadonlyMap<SegmentId, number>,
  at: Date,
): Promise<void> {
  if (created.length === 0) return;
  const ids = created.map(({ id }) => id);
  await tx.query(
    `INSERT INTO "Segment" ("id", "translationId", "position", "confidence", "updatedAt")
     SELECT s."id", $1, s."position", s."confidence", $5
     FROM unnest($2::uuid[], $3::int[], $4::float8[]) AS s("id", "position", "confidence")`,
    [translationId, ids, ids.map((id) => positions.get(id)), created.map(({ row }) => row.confidence), at],
  );
  await insertTexts(tx, created, at);
  await insertLinks(tx, translationId, created);
}

async function insertTexts(tx: Queryable, created: readonly StoredRow[], at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO "Revision" ("id", "segmentId", "number", "targetText", "textHash", "origin", "createdAt",
                             "authorId")
     SELECT r."id", r."segmentId", 1, r."text", r."hash", r."origin"::"RevisionOrigin", $6, r."authorId"
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $7::uuid[])
          AS r("id", "segmentId", "text", "hash", "origin", "authorId")`,
    [
      created.map(({ revisionId }) => revisionId),
      created.map(({ id }) => id),
      created.map(({ row }) => row.targetText),
      created.map(({ textHash }) => textHash),
      created.map(({ row }) => row.origin),
      at,
      created.map(({ authorId }) => authorId ?? null),
    ],
  );
  await tx.query(
    `UPDATE "Segment" s SET "currentRevisionId" = r."revisionId"
     FROM unnest($1::uuid[], $2::uuid[]) AS r("id", "revisionId") WHERE s."id" = r."id"`,
    [created.map(({ id }) => id), created.map(({ revisionId }) => revisionId)],
  );
  const parts = created.flatMap(({ revisionId, row }) =>
    row.parts.map((part, position) => ({ ...part, whole: revisionId, position })),
  );
  await tx.query(
    `INSERT INTO "RevisionPart" ("revisionId", "position", "fromRevisionId", "fromOffset", "toOffset")
     SELECT * FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::int[], $5::int[])`,
    [
      parts.map(({ whole }) => whole),
      parts.map(({ position }) => position),
      parts.map(({ revisionId }) => revisionId),
      parts.map(({ from }) => from),
      parts.map(({ to }) => to),
    ],
  );
}

async function insertLinks(
  tx: Queryable,
  translationId: TranslationId,
  created: readonly StoredRow[],
): Promise<void> {
  const sources = created.flatMap(({ id, row }) => row.sources.map((source) => ({ id, source: source.id })));
  await tx.query(
    `INSERT INTO "SegmentSource" ("translationId", "segmentId", "paragraphId")
     SELECT $1, l."id", l."source" FROM unnest($2::uuid[], $3::uuid[]) AS l("id", "source")`,
    [translationId, sources.map(({ id }) => id), sources.map(({ source }) => source)],
  );
  const targets = created.flatMap(({ id, row }) =>
    row.targets.map((target, position) => ({ id, target, position })),
  );
  await tx.query(
    `INSERT INTO "SegmentTarget" ("segmentId", "position", "targetParagraphId")
     SELECT * FROM unnest($1::uuid[], $2::int[], $3::uuid[])`,
    [
      targets.map(({ id }) => id),
      targets.map(({ position }) => position),
      targets.map(({ target }) => target),
    ],
  );
}
