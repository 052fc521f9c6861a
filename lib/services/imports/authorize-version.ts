import type { AccessError } from "@/lib/core/access/permissions";
import type { DocumentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findAlignment, lockAlignment } from "@/lib/db/alignment/rows";
import type { Queryable } from "@/lib/db/client";
import { listVersionTranslations, type VersionTranslation } from "@/lib/db/documents/version-state";
import { allowsRepair } from "../alignment/authorize-repair";
import { authorize, type Granted } from "../authorize";
import type { ServiceContext } from "../context";

export type VersionGranted = Granted & { readonly translations: readonly VersionTranslation[] };

/**
 * May the person bring a new version of this document? Whoever may repair the rows of all its
 * translations may: a new source changes them all.
 */
export async function authorizeVersion(
  ctx: ServiceContext,
  documentId: DocumentId,
): Promise<Result<VersionGranted, { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "document", id: documentId }, "document.import");
  if (!granted.ok) return granted;
  const translations = await listVersionTranslations(ctx.db.pool, documentId);
  const may = await allowsAll(ctx.db.pool, granted.value, translations, findAlignment);
  return may ? ok({ ...granted.value, translations }) : err({ code: "not-allowed" });
}

/** The same question while the translations are held: review may have begun meanwhile. */
export const stillAllowsVersion = (tx: Queryable, granted: VersionGranted): Promise<boolean> =>
  allowsAll(tx, granted, granted.translations, lockAlignment);

async function allowsAll(
  db: Queryable,
  granted: Granted,
  translations: readonly VersionTranslation[],
  find: typeof findAlignment,
): Promise<boolean> {
  for (const { id } of translations) {
    const head = await find(db, id);
    if (!head || !allowsRepair(granted, head)) return false;
  }
  return translations.length > 0;
}
