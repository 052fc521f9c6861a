import type { DecisionId, RevisionId } from "@/lib/core/shared/ids";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { propose, taken } from "./acts";
import { type PersonName, rowAt, type Scenario } from "./scenario";

/** Decisions on rows of a scenario, to be undone. Proposals are the translator's. */
export const undoable = (the: () => Scenario) => ({
  async accept(index: number, text: string, by: PersonName = "editor") {
    const proposal = await propose(the(), "translator", index, text);
    const done = await acceptProposal(the().as(by), proposal);
    return { ...proposal, decisionId: taken(done) };
  },

  async decline(index: number, text: string) {
    const proposal = await propose(the(), "translator", index, text);
    const done = await declineProposal(the().as("editor"), { ...proposal, reason: "style" });
    return { ...proposal, decisionId: taken(done) };
  },

  async approve(index: number, by: PersonName = "editor") {
    const row = await rowAt(the(), index);
    const look = { segmentId: row.id, revisionId: row.revisionId as RevisionId, textHash: row.textHash };
    return taken(await approveSegment(the().as(by), look));
  },

  undo: (by: PersonName, decisionId: DecisionId) => undoDecision(the().as(by), { decisionId }),

  /** A row with its proposals, as an editor sees it. */
  async history(index: number) {
    const detail = await readSegment(the().as("editor"), the().segmentIds[index] as never);
    if (!detail.ok) throw new Error(detail.error.code);
    return detail.value;
  },
});
