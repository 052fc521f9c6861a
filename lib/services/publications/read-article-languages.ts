import { isSlug } from "@/lib/core/document/slug";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { listCurrentVersions } from "@/lib/db/publications";
import type { ServiceContext } from "../context";

/**
 * The languages of a published article, the source first. For everybody; `not-found` also
 * when every translation was withdrawn.
 */
export async function readArticleLanguages(
  ctx: Pick<ServiceContext, "db">,
  input: { readonly slug: string },
): Promise<Result<readonly string[], { readonly code: "not-found" }>> {
  const versions = isSlug(input.slug) ? await listCurrentVersions(ctx.db.pool, input.slug) : [];
  const latest = versions[0];
  if (!latest) return err({ code: "not-found" });
  return ok([latest.sourceLocale, ...versions.map(({ targetLocale }) => targetLocale)]);
}
