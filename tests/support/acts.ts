import { randomUUID } from "node:crypto";
import type {
  BatchId,
  DecisionId,
  ImportId,
  PlanId,
  ProposalId,
  RevisionId,
  ThreadId,
} from "@/lib/core/shared/ids";
import { appendImport } from "@/lib/db/imports";
import { appendPlan } from "@/lib/db/publication-plans";
import { decideMany } from "@/lib/services/decisions/decide-many";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { declineProposal } from "@/lib/services/proposals/decide-proposal";
import { openThread } from "@/lib/services/threads/write-comment";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { NOW, type PersonName, rowAt, type Scenario } from "./scenario";

/** Proposes `targetText` for row `index` on its current text. */
export async function putForward(
  the: Scenario,
  by: PersonName,
  index: number,
  targetText: string,
): Promise<ProposalId> {
  const row = await rowAt(the, index);
  const result = await createProposal(the.as(by), {
    segmentId: row.id,
    baseRevisionId: row.revisionId,
    targetText,
    comment: "",
    reason: null,
    idempotencyKey: randomUUID(),
  });
  if (!result.ok) throw new Error(`cannot propose: ${result.error.code}`);
  return result.value.id;
}

/** Proposes, and gives what a decider sees of it: the row must stay where it is meanwhile. */
export const propose = async (the: Scenario, by: PersonName, index: number, targetText: string) =>
  seen(the, index, await putForward(the, by, index, targetText));

/** What somebody who looks at the proposal now has in front of the eyes. */
export async function seen(the: Scenario, index: number, proposalId: ProposalId) {
  const row = await rowAt(the, index);
  const detail = await readSegment(the.as("editor"), row.id);
  const open = detail.ok ? detail.value.proposals.find((proposal) => proposal.id === proposalId) : undefined;
  if (!open) throw new Error("the proposal is not open");
  return {
    proposalId,
    seen: {
      version: open.version,
      textHash: open.textHash,
      baseRevisionId: open.baseRevisionId as RevisionId,
    },
    note: "",
  };
}

/** The decision that somebody has just taken. */
export function taken(
  done:
    | { readonly ok: true; readonly value: { readonly decisionId: DecisionId | null } }
    | { readonly ok: false; readonly error: { readonly code: string } },
): DecisionId {
  if (!done.ok || !done.value.decisionId)
    throw new Error(`not decided: ${done.ok ? "counted" : done.error.code}`);
  return done.value.decisionId;
}

/** A decline of row `index` that cannot be undone any more: its author has proposed something else since. */
export async function settledDecline(the: Scenario, index: number): Promise<DecisionId> {
  const proposal = await propose(the, "translator", index, "Something else.");
  const declined = await declineProposal(the.as("editor2"), { ...proposal, reason: "style" });
  await propose(the, "translator", index, "Something third.");
  return taken(declined);
}

/** An act of the second editor on no proposal at all. */
export async function emptyBatch(the: Scenario): Promise<BatchId> {
  const input = { kind: "accept", items: [], note: "", idempotencyKey: randomUUID() } as const;
  const done = await decideMany(the.as("editor2"), input);
  if (!done.ok) throw new Error(`cannot decide on nothing: ${done.error.code}`);
  return done.value.batchId;
}

/** A thread of somebody about a proposal, with the comment that begins it. */
export async function comment(
  the: Scenario,
  by: PersonName,
  { proposalId, seen }: { readonly proposalId: ProposalId; readonly seen: { readonly version: number } },
  text: string,
): Promise<ThreadId> {
  const opened = await openThread(the.as(by), {
    proposalId,
    version: seen.version,
    anchor: null,
    text,
    idempotencyKey: randomUUID(),
  });
  if (!opened.ok) throw new Error(`cannot comment: ${opened.error.code}`);
  return opened.value.threadId;
}

/** An import that belongs to the first translator: nobody else may see it, whatever their role. */
export const waitingImport = (the: Scenario): Promise<ImportId> =>
  appendImport(the.db.pool, {
    projectId: the.projectId,
    userId: the.people.translator,
    documentId: null,
    settings: { title: "x", sourceLocale: "de", targetLocale: "en", mtEngine: "" },
    findings: null,
    source: { paragraphs: [], codes: [] },
    target: { paragraphs: [], codes: [] },
    beads: [],
    at: new Date(),
  });

/** A planned publication that nobody here lives to see. */
export async function waitingPlan(the: Scenario): Promise<PlanId> {
  const planId = await appendPlan(the.db.pool, {
    translationId: the.translationId,
    dueAt: new Date("2100-01-01"),
    plannedById: the.people.editor,
    at: NOW,
  });
  if (!planId) throw new Error("a publication is planned already");
  return planId;
}
