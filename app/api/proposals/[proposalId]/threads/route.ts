import { currentActor } from "@/lib/auth/actor";
import { type ProposalId, parseId } from "@/lib/core/shared/ids";
import { liveContext } from "@/lib/services/live-context";
import { readDiscussion } from "@/lib/services/threads/read-discussion";
import { answering, badRequest, respond } from "../../../api-response";

/** What people say about a proposal, read when somebody opens it. */
export const GET = answering(
  async (_request: Request, { params }: { params: Promise<{ proposalId: string }> }) => {
    const proposalId = parseId<ProposalId>((await params).proposalId);
    return proposalId
      ? respond(await readDiscussion(liveContext(await currentActor()), proposalId))
      : badRequest();
  },
);
