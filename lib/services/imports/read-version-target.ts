import type { AccessError } from "@/lib/core/access/permissions";
import type { DocumentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findDocument } from "@/lib/db/documents/read";
import { findLastVersion, type VersionTranslation } from "@/lib/db/documents/version-state";
import type { ServiceContext } from "../context";
import { authorizeVersion } from "./authorize-version";

export interface VersionTarget {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly sourceLocale: string;
  readonly paragraphs: number;
  readonly translations: readonly VersionTranslation[];
  /** A new version came that was not taken back. */
  readonly hasVersion: boolean;
}

/** A document for whoever may bring a new version of it. */
export async function readVersionTarget(
  ctx: ServiceContext,
  documentId: DocumentId,
): Promise<Result<VersionTarget, { readonly code: AccessError }>> {
  const granted = await authorizeVersion(ctx, documentId);
  if (!granted.ok) return granted;
  const [document, last] = await Promise.all([
    findDocument(ctx.db.pool, documentId),
    findLastVersion(ctx.db.pool, documentId),
  ]);
  if (!document) return err({ code: "not-found" });
  return ok({
    documentId,
    title: document.title,
    sourceLocale: document.sourceLocale,
    paragraphs: document.source.paragraphs.length,
    translations: granted.value.translations,
    hasVersion: last !== null,
  });
}
