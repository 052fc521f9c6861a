import type { AccessError } from "@/lib/core/access/permissions";
import { listNumber } from "@/lib/core/document/paragraph";
import type { RenewedTranslation, RenewedVersion } from "@/lib/core/reimport/renewed-version";
import type { RowGrade } from "@/lib/core/reimport/version";
import type { DocumentId, ImportId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, type Queryable } from "@/lib/db/client";
import { findVersionToken, lockDocument, lockRows } from "@/lib/db/documents/version-state";
import { setSourceCodes, writeSource } from "@/lib/db/documents/version-write";
import { appendEvent } from "@/lib/db/events";
import { endImport, findImport, type ImportRow } from "@/lib/db/imports";
import type { ServiceContext } from "../context";
import { authorizeVersion, stillAllowsVersion, type VersionGranted } from "./authorize-version";
import { ownImport } from "./own-import";
import { type PlannedVersion, planImportVersion } from "./plan-import-version";
import { writeTranslation } from "./write-translation-version";

export interface VersionOutcome {
  readonly documentId: DocumentId;
  /** False: the version is the one that was there. */
  readonly changed: boolean;
  /** Rows of all translations, by what became of them. */
  readonly rows: Readonly<Record<RowGrade, number>>;
  /** Open proposals and drafts that no row could take. */
  readonly toTray: number;
}

export type ApplyVersionError = { readonly code: AccessError | "changed-meanwhile" };

/**
 * Makes an import the present version of its document: source, rows of all translations, carried
 * texts and where proposals wait, in one transaction with one event, which holds the way back. The
 * plan is made anew from what people have decided up to this moment. `changed-meanwhile`: `token`
 * no longer names the state of the document, or the import was ended.
 */
export async function applyVersion(
  ctx: ServiceContext,
  input: { readonly importId: ImportId; readonly token: string },
): Promise<Result<VersionOutcome, ApplyVersionError>> {
  const mine = await ownImport(ctx, input.importId);
  if (!mine.ok) return mine;
  const { documentId } = mine.value;
  if (!documentId || !mine.value.renewal) return err({ code: "not-found" });
  const granted = await authorizeVersion(ctx, documentId);
  if (!granted.ok) return granted;
  return inTransaction(ctx.db, async (tx) => {
    const found = await findImport(tx, input.importId, true);
    await lockDocument(tx, documentId);
    if (!(await stillAllowsVersion(tx, granted.value))) return err({ code: "not-allowed" });
    const isAsSeen = (await findVersionToken(tx, documentId)) === input.token;
    if (found?.state !== "ready" || !isAsSeen) return err({ code: "changed-meanwhile" });
    await lockRows(
      tx,
      granted.value.translations.map(({ id }) => id),
    );
    const planned = await planImportVersion(tx, found);
    if (!planned.ok) return planned;
    return ok(await write(tx, granted.value, found, documentId, planned.value, ctx.now()));
  });
}

async function write(
  tx: Queryable,
  by: VersionGranted,
  found: ImportRow,
  documentId: DocumentId,
  planned: PlannedVersion,
  at: Date,
): Promise<VersionOutcome> {
  const { before, source } = planned;
  const order = source.places.map(({ paragraph: { id, ordinal, numberStyle } }) => ({
    id,
    number: listNumber(ordinal, numberStyle),
  }));
  const isSameSource =
    order.length === before.paragraphs.length &&
    source.places.every(({ paragraph }, index) => paragraph === before.paragraphs[index]);
  if (!isSameSource) {
    await writeSource(tx, documentId, order, source.created, at);
    await setSourceCodes(tx, documentId, source.codes);
  }
  const translations: RenewedTranslation[] = [];
  let toTray = 0;
  for (const translation of planned.translations) {
    const done = await writeTranslation(tx, by, found, translation, at);
    if (done) translations.push(done.renewed);
    toTray += done?.toTray ?? 0;
  }
  const changed = !isSameSource || translations.length > 0;
  const payload: RenewedVersion = {
    importId: found.id,
    paragraphs: isSameSource
      ? null
      : {
          before: before.paragraphs.map(({ id }) => id),
          after: order.map(({ id }) => id),
          numbers: before.paragraphs.map(({ ordinal }) => ordinal ?? null),
          numberStyles: before.paragraphs.map(({ numberStyle }) => numberStyle ?? null),
        },
    translations,
  };
  await appendEvent(
    tx,
    { kind: "user", userId: by.userId, isAdmin: false },
    {
      type: changed ? "document.renewed" : "document.unchanged",
      projectId: by.projectId,
      subjectType: "document",
      subjectId: documentId,
      payload: changed ? { ...payload } : { importId: found.id },
      at,
    },
  );
  await endImport(tx, found.id, { state: "saved", documentId }, at);
  return { documentId, changed, rows: countRows(planned), toTray };
}

function countRows({ translations }: PlannedVersion): Readonly<Record<RowGrade, number>> {
  const counts = { same: 0, typography: 0, spelling: 0, changed: 0, new: 0, gone: 0 };
  for (const { plan } of translations) {
    for (const { grade } of plan.rows) counts[grade] += 1;
    counts.gone += plan.gone.length;
  }
  return counts;
}
