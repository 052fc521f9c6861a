"use server";

import { z } from "zod";
import type { RevisionId, SegmentId } from "@/lib/core/shared/ids";
import { restoreRevision } from "@/lib/services/segments/restore-revision";
import { perform } from "./action-context";
import { id } from "./schemas";

const restoration = z.object({
  segmentId: id<SegmentId>(),
  revisionId: id<RevisionId>(),
  seenRevisionId: id<RevisionId>(),
  idempotencyKey: z.uuid(),
});

/** Proposes that an earlier text of a row comes back. */
export async function restoreRevisionAction(input: z.input<typeof restoration>) {
  return perform(restoration, input, restoreRevision);
}
