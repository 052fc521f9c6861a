import type { AccessError } from "@/lib/core/access/permissions";
import type { ProposalId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { withdrawProposal as write } from "@/lib/db/proposals/decide";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/** The author takes an open proposal back; its text stays readable under "my proposals". */
export async function withdrawProposal(
  ctx: ServiceContext,
  input: { readonly proposalId: ProposalId; readonly version: number },
): Promise<Result<null, { readonly code: AccessError | "changed-meanwhile" }>> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "proposal.write");
  if (!granted.ok) return granted;
  const { userId } = granted.value;
  const done = await write(ctx.db.pool, input.proposalId, input.version, {
    deciderId: userId,
    note: "",
    at: ctx.now(),
  });
  return done ? ok(null) : err({ code: "changed-meanwhile" });
}
