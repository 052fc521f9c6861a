import type { AccessError } from "@/lib/core/access/permissions";
import type { ThreadId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { settleThread as write } from "@/lib/db/threads/write";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/** Resolves a thread, or opens it again. `changed-meanwhile`: somebody has just done the same. */
export async function settleThread(
  ctx: ServiceContext,
  input: { readonly threadId: ThreadId; readonly resolved: boolean },
): Promise<Result<null, { readonly code: AccessError | "changed-meanwhile" }>> {
  const granted = await authorize(ctx, { kind: "thread", id: input.threadId }, "thread.write");
  if (!granted.ok) return granted;
  const done = await write(ctx.db.pool, input.threadId, {
    resolved: input.resolved,
    actorId: granted.value.userId,
    at: ctx.now(),
  });
  return done ? ok(null) : err({ code: "changed-meanwhile" });
}
