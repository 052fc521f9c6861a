import { err, ok, type Result } from "@/lib/core/shared/result";
import { listCurrentSnapshots } from "@/lib/db/publications";
import type { ServiceContext } from "../context";

/**
 * The languages of a published article, the source first. For everybody; `not-found` also
 * when every translation was withdrawn.
 */
export async function readArticleLanguages(
  ctx: Pick<ServiceContext, "db">,
  input: { readonly slug: string },
): Promise<Result<readonly string[], { readonly code: "not-found" }>> {
  const snapshots = await listCurrentSnapshots(ctx.db.pool, input.slug);
  const latest = snapshots[0];
  if (!latest) return err({ code: "not-found" });
  return ok([latest.snapshot.sourceLocale, ...snapshots.map(({ snapshot }) => snapshot.targetLocale)]);
}
