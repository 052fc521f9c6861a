import type { AccessError } from "@/lib/core/access/permissions";
import { checkPolicy, type Policy, type PolicyFault } from "@/lib/core/policy/policy";
import type { ProjectId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { appendPolicy, findPolicy, lockPolicy } from "@/lib/db/policies";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/**
 * Puts another policy in force, for all decisions and publications from now on. `seen` is the number of the policy
 * that the person changed. Of a decision at the same moment one comes first. `changed-meanwhile`: somebody else has changed it since, and nothing was written.
 */
export async function changePolicy(
  ctx: ServiceContext,
  input: { readonly projectId: ProjectId; readonly seen: number; readonly policy: Policy },
): Promise<
  Result<{ readonly number: number }, { readonly code: AccessError | PolicyFault | "changed-meanwhile" }>
> {
  const granted = await authorize(ctx, { kind: "project", id: input.projectId }, "project.manage");
  if (!granted.ok) return granted;
  const checked = checkPolicy(input.policy);
  if (!checked.ok) return err({ code: checked.error });
  const { userId } = granted.value;
  const at = ctx.now();
  return inTransaction(ctx.db, async (tx) => {
    await lockPolicy(tx, input.projectId);
    const before = await findPolicy(tx, input.projectId);
    const change = { changedById: userId, at };
    if (!(await appendPolicy(tx, input.projectId, input.seen, checked.value, change)))
      return err({ code: "changed-meanwhile" });
    const number = input.seen + 1;
    await appendEvent(
      tx,
      { kind: "user", userId, isAdmin: false },
      {
        type: "project.policy-changed",
        projectId: input.projectId,
        subjectType: "project",
        subjectId: input.projectId,
        payload: { before, after: { ...checked.value, number } },
        at,
      },
    );
    return ok({ number });
  });
}
