/** Repairs in the event log: what undo and redo are read from. */
import type { AlignmentEntry } from "@/lib/core/repair/history";
import type { RepairKind } from "@/lib/core/repair/operation";
import type { AlignmentStep } from "@/lib/core/repair/step";
import type { TranslationId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

export type AlignmentLogEntry = AlignmentEntry & {
  /** What the repair did; of undone and redone ones, too. Null where a new version came. */
  readonly operation: RepairKind | null;
};

/** All repairs of a translation with their undos and redos, and the new versions that came between, oldest first. */
export async function listAlignmentEntries(
  db: Queryable,
  translationId: TranslationId,
): Promise<readonly AlignmentLogEntry[]> {
  const { rows } = await db.query<AlignmentLogEntry>(
    `SELECT e."sequence"::text AS "sequence", e."kind", e."of", e."operation" FROM (
     SELECT "sequence", substr("type", length('alignment.') + 1) AS "kind",
            "payload"->>'of' AS "of", "payload"->>'operation' AS "operation"
     FROM "Event" WHERE "subjectType" = 'translation' AND "subjectId" = $1
       AND "type" IN ('alignment.repaired', 'alignment.undone', 'alignment.redone')
     UNION ALL
     SELECT v."sequence", 'replaced', NULL, NULL
     FROM "Event" v JOIN "Translation" t ON t."id" = ($1::text)::uuid
     WHERE v."subjectType" = 'document' AND v."subjectId" = t."documentId"::text
       AND v."type" IN ('document.renewed', 'document.restored')
       AND v."payload"->'translations' @> jsonb_build_array(jsonb_build_object('translationId', $1::text))
     ) e ORDER BY e."sequence"`,
    [translationId],
  );
  return rows;
}

/** The step that an entry of the log keeps. @throws if there is none. */
export async function readStep(db: Queryable, sequence: string): Promise<AlignmentStep> {
  const { rows } = await db.query<{ step: AlignmentStep }>(
    `SELECT "payload"->'step' AS "step" FROM "Event" WHERE "sequence" = $1`,
    [sequence],
  );
  const step = rows[0]?.step;
  if (!step) throw new Error(`entry ${sequence} keeps no step`);
  return step;
}
