import type { Bead } from "@/lib/core/alignment/bead";
import type { ImportFindings, ImportRenewal, ImportSettings } from "@/lib/core/document/import-preview";
import type { DocumentText } from "@/lib/core/document/paragraph";
import type { DocumentId, ImportId, ProjectId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

export interface ImportRow {
  readonly id: ImportId;
  readonly projectId: ProjectId;
  readonly userId: UserId;
  readonly state: "ready" | "saved" | "discarded";
  readonly settings: ImportSettings;
  readonly source: DocumentText;
  readonly target: DocumentText;
  /** Null for imports from before findings were kept. */
  readonly findings: ImportFindings | null;
  readonly beads: readonly Bead[];
  readonly version: number;
  /** Set from the start when a further language is added to a document; otherwise by saving. */
  readonly documentId: DocumentId | null;
  /** Of a new version of `documentId`; null for every other import. */
  readonly renewal: ImportRenewal | null;
}

/** Stores a read and aligned pair for a person to look at. */
export async function appendImport(
  db: Queryable,
  preview: Omit<ImportRow, "id" | "state" | "version" | "renewal"> & {
    readonly renewal?: ImportRenewal;
    readonly at: Date;
  },
): Promise<ImportId> {
  const { rows } = await db.query<{ id: ImportId }>(
    `INSERT INTO "Import" ("projectId", "userId", "settings", "source", "target", "findings", "beads", "documentId", "createdAt", "updatedAt", "renewal")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10) RETURNING "id"`,
    [
      preview.projectId,
      preview.userId,
      JSON.stringify(preview.settings),
      JSON.stringify(preview.source),
      JSON.stringify(preview.target),
      JSON.stringify(preview.findings),
      JSON.stringify(preview.beads),
      preview.documentId,
      preview.at,
      preview.renewal ? JSON.stringify(preview.renewal) : null,
    ],
  );
  if (!rows[0]) throw new Error("a stored import has no id");
  return rows[0].id;
}

/** The import, or null; with `lock` it is held until the transaction ends. */
export async function findImport(db: Queryable, id: ImportId, lock = false): Promise<ImportRow | null> {
  const { rows } = await db.query<ImportRow>(
    `SELECT "id", "projectId", "userId", "state", "settings", "source", "target", "findings", "beads", "version", "documentId",
            "renewal"
     FROM "Import" WHERE "id" = $1 ${lock ? "FOR UPDATE" : ""}`,
    [id],
  );
  return rows[0] ?? null;
}

/** Saves what the person changed in a preview. The new version, or null if it is not at `version` any more. */
export async function updateImport(
  db: Queryable,
  id: ImportId,
  version: number,
  change: { readonly settings: ImportSettings; readonly beads: readonly Bead[]; readonly at: Date },
): Promise<number | null> {
  const { rows } = await db.query<{ version: number }>(
    `UPDATE "Import" SET "settings" = $3, "beads" = $4, "updatedAt" = $5, "version" = "version" + 1
     WHERE "id" = $1 AND "version" = $2 AND "state" = 'ready' RETURNING "version"`,
    [id, version, JSON.stringify(change.settings), JSON.stringify(change.beads), change.at],
  );
  return rows[0]?.version ?? null;
}

/** Ends an import. The texts of a discarded one are removed. False if it was not waiting any more. */
export async function endImport(
  db: Queryable,
  id: ImportId,
  end: { readonly state: "saved"; readonly documentId: DocumentId } | { readonly state: "discarded" },
  at: Date,
): Promise<boolean> {
  const empty = JSON.stringify({ paragraphs: [], codes: [] });
  const { rowCount } = await db.query(
    `UPDATE "Import" SET "state" = $2::"ImportState", "documentId" = coalesce($3, "documentId"), "updatedAt" = $4,
            "source" = $5, "target" = $5, "findings" = NULL, "beads" = '[]'
     WHERE "id" = $1 AND "state" = 'ready'`,
    [id, end.state, end.state === "saved" ? end.documentId : null, at, empty],
  );
  return rowCount === 1;
}

export interface OpenImport {
  readonly id: ImportId;
  readonly title: string;
  readonly updatedAt: Date;
  /** It brings a new version of a document. */
  readonly isVersion: boolean;
}

/** Imports of a person that still wait, newest first. */
export async function listOpenImports(db: Queryable, userId: UserId): Promise<readonly OpenImport[]> {
  const { rows } = await db.query<OpenImport>(
    `SELECT "id", "settings"->>'title' AS "title", "updatedAt", "renewal" IS NOT NULL AS "isVersion" FROM "Import"
     WHERE "userId" = $1 AND "state" = 'ready' ORDER BY "updatedAt" DESC LIMIT 20`,
    [userId],
  );
  return rows;
}
