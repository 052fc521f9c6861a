"use server";

import { z } from "zod";
import type { DocumentId, ImportId, RevisionId, SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { applyVersion } from "@/lib/services/imports/apply-version";
import { undoVersion } from "@/lib/services/imports/undo-version";
import { confirmCarried } from "@/lib/services/segments/carried-rows";
import { perform } from "./action-context";
import { hash, id } from "./schemas";

const applying = z.object({ importId: id<ImportId>(), token: hash });

/** Makes an import the present version of its document. */
export async function applyVersionAction(input: z.input<typeof applying>) {
  return perform(applying, input, applyVersion);
}

const undoing = z.object({ documentId: id<DocumentId>() });

/** Takes the last new version of a document back. */
export async function undoVersionAction(input: z.input<typeof undoing>) {
  return perform(undoing, input, undoVersion);
}

const confirming = z.object({
  translationId: id<TranslationId>(),
  rows: z
    .array(z.object({ segmentId: id<SegmentId>(), revisionId: id<RevisionId>(), textHash: hash }))
    .min(1)
    .max(500),
});

/** Confirms carried rows whose meaning stayed. */
export async function confirmCarriedAction(input: z.input<typeof confirming>) {
  return perform(confirming, input, confirmCarried);
}
