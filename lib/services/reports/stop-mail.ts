import { err, ok, type Result } from "@/lib/core/shared/result";
import { endMail } from "@/lib/db/reports/mail";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";
import { REPORT_TOKEN } from "./read-reports";

/**
 * Forgets the address that somebody left with a report, for whoever has the secret part of its private address. Twice
 * is as good as once.
 */
export async function stopMail(
  ctx: Pick<ServiceContext, "db" | "now">,
  token: string,
): Promise<Result<null, { readonly code: "not-found" }>> {
  if (!REPORT_TOKEN.test(token)) return err({ code: "not-found" });
  await endMail(ctx.db.pool, textHash(token), "stopped", ctx.now());
  return ok(null);
}
