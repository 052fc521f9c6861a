import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { comment, emptyBatch, propose, settledDecline, waitingImport, waitingPlan } from "./acts";
import { allDoors } from "./doors/all-doors";
import type { Door } from "./doors/door";
import { answeredReport } from "./reports";
import type { Scenario } from "./scenario";
import { waitingVersion } from "./versions";

/** Brings into a scenario what its doors lead to, a published article among it, and lists them. */
export async function furnishedDoors(the: Scenario): Promise<Readonly<Record<string, Door>>> {
  const proposal = await propose(the, "translator", 1, "Something better.");
  const { proposalId } = proposal;
  const threadId = await comment(the, "editor2", proposal, "Better how?");
  const published = await publishTranslation(the.as("editor"), { translationId: the.translationId });
  if (!published.ok) throw new Error(published.error.code);
  const { slug } = await the.db.prisma.document.findFirstOrThrow();
  const answered = await answeredReport(the);
  const versionId = await waitingVersion(the, ["Eine neue Fassung."], null, "editor2");
  const decisionId = await settledDecline(the, 2);
  return allDoors(the, {
    planId: await waitingPlan(the),
    slug,
    proposalId,
    decisionId,
    threadId,
    ...answered,
    batchId: await emptyBatch(the),
    versionId,
    importId: await waitingImport(the),
  });
}
