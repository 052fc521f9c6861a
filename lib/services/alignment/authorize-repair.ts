import { type AccessError, mayRepair } from "@/lib/core/access/permissions";
import type { TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { type AlignmentHead, findAlignment } from "@/lib/db/alignment/rows";
import { authorize, type Granted } from "../authorize";
import type { ServiceContext } from "../context";

/** May the person change the rows of this translation, as it stands now? */
export async function authorizeRepair(
  ctx: ServiceContext,
  translationId: TranslationId,
): Promise<Result<Granted & { readonly head: AlignmentHead }, { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "document.read");
  if (!granted.ok) return granted;
  const head = await findAlignment(ctx.db.pool, translationId);
  if (!head) return err({ code: "not-found" });
  return allowsRepair(granted.value, head) ? ok({ ...granted.value, head }) : err({ code: "not-allowed" });
}

/** The same question about a translation that is held: review may have begun meanwhile. */
export const allowsRepair = ({ role, userId }: Granted, head: AlignmentHead): boolean =>
  mayRepair(role, { isImporter: head.importedById === userId, reviewBegun: head.reviewBegun });
