import { randomUUID } from "node:crypto";
import { discardDraft } from "@/lib/services/drafts/discard-draft";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { answerReport, proposeFromReport } from "@/lib/services/reports/answer-report";
import { listReports } from "@/lib/services/reports/read-reports";
import { readHistory } from "@/lib/services/segments/read-history";
import { restoreRevision } from "@/lib/services/segments/restore-revision";
import { markMentionsSeen } from "@/lib/services/threads/mentions";
import { readDiscussion } from "@/lib/services/threads/read-discussion";
import { settleThread } from "@/lib/services/threads/settle-thread";
import { addComment, openThread } from "@/lib/services/threads/write-comment";
import { exportTranslation } from "@/lib/services/translations/export-translation";
import { readBitext, readRows, readRowsById, readSegment } from "@/lib/services/translations/read-bitext";
import type { Acts, Stage } from "./stage";

/** What people read and write, and what they say to each other. */
export const readingAndWriting = ({
  row,
  open,
  threadId,
  proposalId,
  reportId,
  words,
  translationId,
  text,
  base,
}: Stage): Acts => ({
  readBitext: { least: "reader", act: (ctx) => readBitext(ctx, translationId) },
  readRows: { least: "reader", act: (ctx) => readRows(ctx, translationId, 0, 5) },
  readRowsById: { least: "reader", act: (ctx) => readRowsById(ctx, translationId, [row.id]) },
  readSegment: { least: "reader", act: (ctx) => readSegment(ctx, row.id) },
  exportTranslation: { least: "reader", act: (ctx) => exportTranslation(ctx, { translationId }) },
  createProposal: {
    least: "translator",
    act: (ctx) =>
      createProposal(ctx, { ...base, ...text, targetText: row.targetText, idempotencyKey: randomUUID() }),
  },
  reviseProposal: {
    least: "translator",
    act: (ctx) =>
      reviseProposal(ctx, {
        proposalId: open.proposalId,
        version: 99,
        baseRevisionId: row.revisionId,
        ...text,
      }),
  },
  withdrawProposal: {
    least: "translator",
    act: (ctx) => withdrawProposal(ctx, { proposalId: open.proposalId, version: 99 }),
  },
  saveDraft: { least: "translator", act: (ctx) => saveDraft(ctx, { ...base, ...text, version: 0 }) },
  discardDraft: { least: "translator", act: (ctx) => discardDraft(ctx, { segmentId: row.id }) },
  openThread: {
    least: "translator",
    act: (ctx) => openThread(ctx, { proposalId, version: 99, anchor: null, ...words }),
  },
  addComment: { least: "translator", act: (ctx) => addComment(ctx, { threadId, ...words }) },
  settleThread: { least: "translator", act: (ctx) => settleThread(ctx, { threadId, resolved: false }) },
  readDiscussion: { least: "reader", act: (ctx) => readDiscussion(ctx, proposalId) },
  markMentionsSeen: { least: "reader", act: (ctx) => markMentionsSeen(ctx, { proposalId }) },
  answerReport: {
    least: "editor",
    act: (ctx) => answerReport(ctx, { reportId, state: "declined", answer: "No." }),
  },
  proposeFromReport: {
    least: "translator",
    act: (ctx) =>
      proposeFromReport(ctx, { reportId, baseRevisionId: row.revisionId, targetText: "Other words." }),
  },
  listReports: { least: "signed-in", act: (ctx) => listReports(ctx) },
  readHistory: { least: "reader", act: (ctx) => readHistory(ctx, row.id) },
  restoreRevision: {
    least: "translator",
    act: (ctx) =>
      restoreRevision(ctx, {
        segmentId: row.id,
        revisionId: row.revisionId,
        seenRevisionId: row.revisionId,
        idempotencyKey: randomUUID(),
      }),
  },
});
