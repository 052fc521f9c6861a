import type { AccessError } from "@/lib/core/access/permissions";
import { plainTexts } from "@/lib/core/interchange/plain-texts";
import { PARAGRAPH_BREAK } from "@/lib/core/publication/snapshot";
import type { BitextHead } from "@/lib/core/review/bitext";
import type { TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findBitextHead } from "@/lib/db/bitext/head";
import { listPublishableSegments, type PublishableSegment } from "@/lib/db/publications";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

export interface ExportedTranslation {
  readonly head: Omit<BitextHead, "may">;
  readonly segments: readonly PublishableSegment[];
  /** The target as plain text: paragraphs parted by an empty line, no inline codes. */
  readonly plainText: string;
}

/** The current texts of a translation with their state, published or not. For everybody who may read the document. */
export async function exportTranslation(
  ctx: ServiceContext,
  input: { readonly translationId: TranslationId },
): Promise<Result<ExportedTranslation, { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "translation", id: input.translationId }, "document.read");
  if (!granted.ok) return granted;
  const [found, segments] = await Promise.all([
    findBitextHead(ctx.db.pool, input.translationId),
    listPublishableSegments(ctx.db.pool, input.translationId),
  ]);
  if (!found) return err({ code: "not-found" });
  const { importedById: _importer, ...head } = found;
  const paragraphs = segments
    .filter((segment) => segment.targetText.trim() !== "")
    .map(({ targetText }) => ({ kind: "paragraph" as const, level: 0, text: targetText }));
  const plainText = plainTexts({ paragraphs, codes: head.targetCodes }).join(PARAGRAPH_BREAK);
  return ok({ head, segments, plainText });
}
