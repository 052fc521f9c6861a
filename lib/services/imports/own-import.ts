import type { AccessError } from "@/lib/core/access/permissions";
import type { ImportId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findImport, type ImportRow } from "@/lib/db/imports";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/** An import that waits for the person who asks; `not-found` for everybody else's and for those that were ended. */
export async function ownImport(
  ctx: ServiceContext,
  id: ImportId,
): Promise<Result<ImportRow, { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "import", id }, "document.import");
  if (!granted.ok) return granted;
  const found = await findImport(ctx.db.pool, id);
  return found?.userId === granted.value.userId && found.state === "ready"
    ? ok(found)
    : err({ code: "not-found" });
}
