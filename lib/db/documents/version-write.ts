/** Writes a new version of a document. The caller holds the document, its translations and their rows. */
import type { InlineCode, ListNumber } from "@/lib/core/document/paragraph";
import type { MachineParagraph, NumberedParagraph } from "@/lib/core/reimport/version";
import type { Carry } from "@/lib/core/reimport/version-change";
import type { DocumentId, ParagraphId, SegmentId, TranslationId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** A paragraph where it will stand, and its number in a list; undefined leaves that as it is. */
export interface SourcePlacement {
  readonly id: ParagraphId;
  readonly number: ListNumber | undefined;
}

/**
 * Puts these paragraphs in this order in the place of those that the document has: those left out
 * are retired, those of `created` stored, all others revived, moved or numbered anew.
 */
export async function writeSource(
  tx: Queryable,
  documentId: DocumentId,
  placements: readonly SourcePlacement[],
  created: readonly NumberedParagraph[],
  at: Date,
): Promise<void> {
  const order = placements.map(({ id }) => id);
  await tx.query(
    `UPDATE "Paragraph" SET "retiredAt" = $3
     WHERE "documentId" = $1 AND "retiredAt" IS NULL AND "id" <> ALL ($2::uuid[])`,
    [documentId, order, at],
  );
  await tx.query(
    `UPDATE "Paragraph" q SET "position" = p."n" - 1, "retiredAt" = NULL,
            "ordinal" = CASE WHEN p."isKept" THEN q."ordinal" ELSE p."ordinal" END,
            "numberStyle" = CASE WHEN p."isKept" THEN q."numberStyle" ELSE p."numberStyle"::"NumberStyle" END
     FROM unnest($2::uuid[], $3::int[], $4::text[], $5::bool[])
          WITH ORDINALITY AS p("id", "ordinal", "numberStyle", "isKept", "n")
     WHERE q."id" = p."id" AND q."documentId" = $1
       AND (q."position" <> p."n" - 1 OR q."retiredAt" IS NOT NULL
            OR NOT p."isKept" AND (q."ordinal", q."numberStyle"::text) IS DISTINCT FROM (p."ordinal", p."numberStyle"))`,
    [
      documentId,
      order,
      placements.map(({ number }) => number?.ordinal ?? null),
      placements.map(({ number }) => number?.numberStyle ?? null),
      placements.map(({ number }) => number === undefined),
    ],
  );
  const places = new Map(order.map((id, position) => [id, position]));
  await tx.query(
    `INSERT INTO "Paragraph" ("id", "documentId", "number", "position", "kind", "level", "ordinal", "numberStyle", "text")
     SELECT p."id", $1, p."number", p."position", p."kind"::"ParagraphKind", p."level", p."ordinal",
            p."numberStyle"::"NumberStyle", p."text"
     FROM unnest($2::uuid[], $3::int[], $4::int[], $5::text[], $6::int[], $7::int[], $8::text[], $9::text[])
          AS p("id", "number", "position", "kind", "level", "ordinal", "numberStyle", "text")`,
    [
      documentId,
      created.map(({ id }) => id),
      created.map(({ number }) => number),
      created.map(({ id }) => places.get(id)),
      created.map(({ kind }) => kind),
      created.map(({ level }) => level),
      created.map(({ ordinal }) => ordinal ?? null),
      created.map(({ numberStyle }) => numberStyle ?? null),
      created.map(({ text }) => text),
    ],
  );
}

/** Keeps the inline codes of all versions of a source. */
export async function setSourceCodes(
  tx: Queryable,
  id: DocumentId,
  codes: readonly InlineCode[],
): Promise<void> {
  await tx.query(`UPDATE "Document" SET "codes" = $2 WHERE "id" = $1`, [id, JSON.stringify(codes)]);
}

/** Stores paragraphs of a new machine translation behind those of the ones before, with the codes of all. */
export async function appendMachine(
  tx: Queryable,
  id: TranslationId,
  machine: readonly MachineParagraph[],
  codes: readonly InlineCode[],
): Promise<void> {
  await tx.query(
    `INSERT INTO "TargetParagraph" ("id", "translationId", "position", "kind", "level", "ordinal", "numberStyle", "text")
     SELECT t."id", $1, coalesce((SELECT max("position") FROM "TargetParagraph" WHERE "translationId" = $1), -1) + t."n",
            t."kind"::"ParagraphKind", t."level", t."ordinal", t."numberStyle"::"NumberStyle", t."text"
     FROM unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::text[], $7::text[])
          WITH ORDINALITY AS t("id", "kind", "level", "ordinal", "numberStyle", "text", "n")`,
    [
      id,
      machine.map((paragraph) => paragraph.id),
      machine.map(({ kind }) => kind),
      machine.map(({ level }) => level),
      machine.map(({ ordinal }) => ordinal ?? null),
      machine.map(({ numberStyle }) => numberStyle ?? null),
      machine.map(({ text }) => text),
    ],
  );
  await tx.query(`UPDATE "Translation" SET "codes" = $2 WHERE "id" = $1`, [id, JSON.stringify(codes)]);
}

/** Names the engine of a machine translation. */
export async function setEngine(tx: Queryable, id: TranslationId, mtEngine: string | null): Promise<void> {
  await tx.query(`UPDATE "Translation" SET "mtEngine" = $2 WHERE "id" = $1`, [id, mtEngine]);
}

/** Keeps for rows that were just stored which text they took over, and from where. */
export async function appendCarries(tx: Queryable, carries: readonly Carry[]): Promise<void> {
  await tx.query(
    `INSERT INTO "CarriedSegment" ("segmentId", "fromSegmentId", "grade", "wasApproved")
     SELECT c."id", c."from", c."grade"::"CarriedGrade", c."wasApproved"
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bool[]) AS c("id", "from", "grade", "wasApproved")`,
    [
      carries.map(({ segmentId }) => segmentId),
      carries.map(({ fromSegmentId }) => fromSegmentId),
      carries.map(({ grade }) => grade),
      carries.map(({ wasApproved }) => wasApproved),
    ],
  );
}

/** Pins rows that stand in their places. */
export async function pinRows(tx: Queryable, ids: readonly SegmentId[]): Promise<void> {
  await tx.query(
    `UPDATE "Segment" SET "pinned" = true WHERE "id" = ANY ($1::uuid[]) AND "retiredAt" IS NULL`,
    [ids],
  );
}
