import type { AccessError } from "@/lib/core/access/permissions";
import { listNumber } from "@/lib/core/document/paragraph";
import type { RenewedTranslation, RenewedVersion } from "@/lib/core/reimport/renewed-version";
import { takeBack } from "@/lib/core/repair/change";
import type { DocumentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findAlignment, lockSegments, readRepairRows } from "@/lib/db/alignment/rows";
import { listWaiting } from "@/lib/db/alignment/waiting";
import { writeAlignment } from "@/lib/db/alignment/write";
import { inTransaction, type Queryable } from "@/lib/db/client";
import { findLastVersion, listVersionTranslations, lockDocument } from "@/lib/db/documents/version-state";
import { pinRows, setEngine, writeSource } from "@/lib/db/documents/version-write";
import { appendEvent } from "@/lib/db/events";
import type { ServiceContext } from "../context";
import { authorizeVersion, stillAllowsVersion, type VersionGranted } from "./authorize-version";

export type UndoVersionError = {
  /** `built-upon`: somebody has decided on its rows, repaired them or added a language since. */
  readonly code: AccessError | "nothing-to-undo" | "built-upon";
};

/** Thrown out of the transaction, so that nothing of a half-done undo stays. */
class BuiltUpon extends Error {}

/**
 * Takes the last new version of a document back: the paragraphs and rows that it retired return with
 * their approvals and histories, and what waited on them. Only as long as nobody built on it.
 */
export async function undoVersion(
  ctx: ServiceContext,
  input: { readonly documentId: DocumentId },
): Promise<Result<null, UndoVersionError>> {
  const granted = await authorizeVersion(ctx, input.documentId);
  if (!granted.ok) return granted;
  try {
    return await inTransaction(ctx.db, async (tx) => {
      await lockDocument(tx, input.documentId);
      if (!(await stillAllowsVersion(tx, granted.value))) return err({ code: "not-allowed" });
      const translations = await listVersionTranslations(tx, input.documentId);
      if (translations.length !== granted.value.translations.length) throw new BuiltUpon();
      const last = await findLastVersion(tx, input.documentId);
      if (!last) return err({ code: "nothing-to-undo" });
      await restore(tx, granted.value, input.documentId, last, ctx.now());
      return ok(null);
    });
  } catch (error) {
    if (error instanceof BuiltUpon) return err({ code: "built-upon" });
    throw error;
  }
}

async function restore(
  tx: Queryable,
  by: VersionGranted,
  documentId: DocumentId,
  { sequence, renewed }: { readonly sequence: string; readonly renewed: RenewedVersion },
  at: Date,
): Promise<void> {
  const known = new Set(renewed.translations.map(({ translationId }) => translationId));
  // A language that was added since stands on the new source; on other numbers of the same paragraphs any may stand.
  if (changesPlaces(renewed) && by.translations.some(({ id }) => !known.has(id))) throw new BuiltUpon();
  if (renewed.paragraphs) {
    const { before, numbers, numberStyles } = renewed.paragraphs;
    const placements = before.map((id, index) => ({
      id,
      number: numbers && listNumber(numbers[index], numberStyles?.[index]),
    }));
    await writeSource(tx, documentId, placements, [], at);
  }
  for (const translation of renewed.translations) await restoreRows(tx, translation, at);
  await appendEvent(
    tx,
    { kind: "user", userId: by.userId, isAdmin: false },
    {
      type: "document.restored",
      projectId: by.projectId,
      subjectType: "document",
      subjectId: documentId,
      payload: {
        of: sequence,
        translations: renewed.translations.map(({ translationId }) => ({ translationId })),
      },
      at,
    },
  );
}

function changesPlaces({ paragraphs }: RenewedVersion): boolean {
  if (!paragraphs) return false;
  const { before, after } = paragraphs;
  return before.length !== after.length || before.some((id, index) => id !== after[index]);
}

async function restoreRows(
  tx: Queryable,
  { translationId, version, step, pinned, engine }: RenewedTranslation,
  at: Date,
): Promise<void> {
  const head = await findAlignment(tx, translationId);
  if (head?.version !== version) throw new BuiltUpon();
  const presentIds = step.after.map(({ id }) => id);
  const ids = [...new Set([...presentIds, ...step.before])];
  await lockSegments(tx, ids);
  const present = await readRepairRows(tx, presentIds);
  const past = await readRepairRows(tx, step.before);
  const change = takeBack(step, present, past, await listWaiting(tx, ids));
  if (!change.ok) throw new BuiltUpon();
  await writeAlignment(tx, translationId, change.value, [], at);
  await pinRows(tx, pinned);
  if (engine !== undefined) await setEngine(tx, translationId, engine);
}
