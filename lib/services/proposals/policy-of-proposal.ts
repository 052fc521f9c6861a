import type { NumberedPolicy } from "@/lib/core/policy/policy";
import type { ProjectId, ProposalId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "@/lib/db/client";
import { findPolicy } from "@/lib/db/policies";
import { lacksKnownEyes } from "@/lib/db/proposals/approvals";

/** Known people who approve the words of somebody unknown where four eyes are asked for. */
const KNOWN_EYES = 2;

/**
 * The project's policy as it counts for one proposal: the words of a reader without an account need two people who
 * approve them, because it may be the person who decides that wrote them.
 */
export async function policyOfProposal(
  db: Queryable,
  projectId: ProjectId,
  proposalId: ProposalId,
  deciderId: UserId,
): Promise<NumberedPolicy> {
  const policy = await findPolicy(db, projectId);
  const isUnknown = await lacksKnownEyes(db, proposalId, deciderId);
  return isUnknown ? { ...policy, approvals: Math.max(policy.approvals, KNOWN_EYES) } : policy;
}
