import type { RepairOperation } from "@/lib/core/repair/operation";
import { readAlignment } from "@/lib/services/alignment/read-alignment";
import { realignRows } from "@/lib/services/alignment/realign-rows";
import { repairAlignment } from "@/lib/services/alignment/repair-alignment";
import { redoRepair, undoRepair } from "@/lib/services/alignment/take-back";
import type { PersonName, Scenario } from "./scenario";

/** The alignment as it stands. */
export async function alignmentOf(the: Scenario) {
  const read = await readAlignment(the.as("editor"), the.translationId);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** The id of row `index`. */
export async function idAt(the: Scenario, index: number) {
  const id = (await alignmentOf(the)).entries[index]?.id;
  if (!id) throw new Error(`no row ${index}`);
  return id;
}

/** Repairs the rows as they stand now. */
export async function repair(the: Scenario, operation: RepairOperation, by: PersonName = "editor") {
  const { translationId } = the;
  if (operation.kind === "realign")
    return realignRows(the.as(by), { translationId, segmentId: operation.segmentId });
  const { version } = await alignmentOf(the);
  return repairAlignment(the.as(by), { translationId, version, operation });
}

/** Takes the last repair back, or does it again. */
export async function travel(the: Scenario, direction: "undo" | "redo", by: PersonName = "editor") {
  const { version } = await alignmentOf(the);
  const input = { translationId: the.translationId, version };
  return direction === "undo" ? undoRepair(the.as(by), input) : redoRepair(the.as(by), input);
}

/**
 * Everything about a translation that a repair and its undo must leave as it was, read without
 * any service: rows with links and texts, waiting words where they wait, and every history.
 */
export async function fingerprint(the: Scenario): Promise<Record<string, unknown>> {
  const read = async (sql: string) => (await the.db.pool.query(sql)).rows;
  return {
    rows: await read(
      `SELECT s."id", s."position", s."state", s."pinned", s."confidence", s."currentRevisionId", r."textHash",
              ARRAY(SELECT l."paragraphId" FROM "SegmentSource" l WHERE l."segmentId" = s."id" ORDER BY 1) AS "sources",
              ARRAY(SELECT l."targetParagraphId" FROM "SegmentTarget" l WHERE l."segmentId" = s."id" ORDER BY l."position") AS "targets"
       FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId" WHERE s."position" IS NOT NULL ORDER BY s."position"`,
    ),
    proposals: await read(
      `SELECT "id", "segmentId", "baseRevisionId", "textHash", "version", "state", "comment" FROM "Proposal" ORDER BY "id"`,
    ),
    drafts: await read(
      `SELECT "userId", "segmentId", "baseRevisionId", "version", md5("targetText") AS "text" FROM "Draft" ORDER BY 1, 2`,
    ),
    histories: await read(
      `SELECT r."segmentId", md5(string_agg(r::text, ' ' ORDER BY r."number")) AS "hash"
       FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" WHERE s."position" IS NOT NULL GROUP BY 1 ORDER BY 1`,
    ),
    decisions: await read(
      `SELECT md5(coalesce(string_agg(d::text, ' ' ORDER BY d."id"), '')) FROM "Decision" d`,
    ),
  };
}

/** What is wrong with the rows of a database, by name; nothing, if they are as they must be. */
export async function brokenAlignment(the: Scenario): Promise<readonly string[]> {
  const checks: Readonly<Record<string, string>> = {
    "the rows have a gap or share a place": `
      SELECT FROM "Segment" WHERE "position" IS NOT NULL GROUP BY "translationId"
      HAVING min("position") <> 0 OR max("position") <> count(*) - 1 OR count(DISTINCT "position") <> count(*)`,
    "a source paragraph is not in exactly one row": `
      SELECT q."id" FROM "Paragraph" q
      LEFT JOIN ("SegmentSource" l JOIN "Segment" s ON s."id" = l."segmentId" AND s."position" IS NOT NULL)
        ON l."paragraphId" = q."id"
      GROUP BY q."id" HAVING count(s."id") <> (q."retiredAt" IS NULL)::int`,
    "the source is out of order": `
      SELECT FROM (SELECT q."position" - lag(q."position") OVER (ORDER BY s."position", q."position") AS "step"
        FROM "Segment" s JOIN "SegmentSource" l ON l."segmentId" = s."id" JOIN "Paragraph" q ON q."id" = l."paragraphId"
        WHERE s."position" IS NOT NULL) x WHERE x."step" <> 1`,
    "a machine paragraph is in no row": `
      SELECT t."id" FROM "TargetParagraph" t WHERE NOT EXISTS (
        SELECT FROM "SegmentTarget" l JOIN "Segment" s ON s."id" = l."segmentId"
        WHERE l."targetParagraphId" = t."id" AND s."position" IS NOT NULL)`,
    "a row has no text": `SELECT "id" FROM "Segment" WHERE "currentRevisionId" IS NULL`,
  };
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(checks)) {
    const { rowCount } = await the.db.pool.query(sql);
    if (rowCount) broken.push(`${name}: ${rowCount}`);
  }
  return broken;
}
