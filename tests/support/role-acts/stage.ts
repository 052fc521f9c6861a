import { randomUUID } from "node:crypto";
import type { ServiceContext } from "@/lib/services/context";
import {
  comment,
  emptyBatch,
  propose,
  settledDecline,
  waitingImport,
  waitingPlan,
} from "@/tests/support/acts";
import { answeredReport, publish } from "@/tests/support/reports";
import { rowAt, scenario } from "@/tests/support/scenario";
import { documentIdOf } from "@/tests/support/versions";

export type Act = (ctx: ServiceContext) => Promise<{ ok: boolean; error?: { code: string } }>;

/** Acts by the name of their service, with the least that somebody must be. */
export type Acts = Readonly<
  Record<
    string,
    {
      readonly act: Act;
      readonly least: "reader" | "translator" | "editor" | "admin" | "installation" | "signed-in";
    }
  >
>;

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** A scenario with one of everything that somebody could lay hands on. */
export async function setStage() {
  const the = await scenario(Array.from({ length: 12 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const));
  const row = await rowAt(the, 0);
  const open = await propose(the, "translator", 1, "Something better.");
  const decisionId = await settledDecline(the, 2);
  const threadId = await comment(the, "editor2", open, "Better how?");
  const { proposalId } = open;
  const batchId = await emptyBatch(the);
  const planId = await waitingPlan(the);
  await publish(the);
  const { reportId } = await answeredReport(the, "satz-0");
  const words = { text: "Why?", idempotencyKey: randomUUID() };
  const { translationId, projectId } = the;
  const importId = await waitingImport(the);
  const documentId = await documentIdOf(the);
  const text = { targetText: "Other words.", comment: "", reason: null };
  const base = { segmentId: row.id, baseRevisionId: row.revisionId };
  // Acts that would change what the next person finds are given a version that is no longer true: then an
  // allowed person is told so by the service's own rules, which come after the question of the role.
  const stale = { ...open, seen: { ...open.seen, version: 99 } };
  return {
    the,
    row,
    open,
    decisionId,
    threadId,
    proposalId,
    batchId,
    planId,
    reportId,
    words,
    translationId,
    projectId,
    importId,
    documentId,
    text,
    base,
    stale,
  };
}
