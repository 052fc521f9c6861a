import { randomUUID } from "node:crypto";
import { decideMany } from "@/lib/services/decisions/decide-many";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { undoMany } from "@/lib/services/decisions/undo-many";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal, declineProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { takeBackApproval } from "@/lib/services/proposals/take-back-approval";
import { authorizeRevert } from "@/lib/services/reverts/authorize-revert";
import { previewRevert } from "@/lib/services/reverts/preview-revert";
import { revertAccount } from "@/lib/services/reverts/revert-account";
import { revertText } from "@/lib/services/reverts/revert-text";
import { takeSecondLook } from "@/lib/services/second-looks/take-second-look";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { confirmCarried, listCarried } from "@/lib/services/segments/carried-rows";
import type { Acts, Stage } from "./stage";

/** What is decided on words. */
export const deciding = ({
  the,
  row,
  decisionId,
  proposalId,
  batchId,
  translationId,
  base,
  stale,
}: Stage): Acts => ({
  authorizeRevert: { least: "admin", act: (ctx) => authorizeRevert(ctx, the.people.translator) },
  previewRevert: { least: "admin", act: (ctx) => previewRevert(ctx, the.people.translator) },
  revertAccount: {
    least: "admin",
    act: (ctx) =>
      revertAccount(ctx, {
        accountId: the.people.translator,
        note: "",
        proposals: [],
        texts: [],
        idempotencyKey: randomUUID(),
      }),
  },
  revertText: {
    least: "admin",
    act: (ctx) =>
      revertText(ctx, {
        segmentId: row.id,
        accountId: the.people.translator,
        seen: { currentRevisionId: decisionId as never, textHash: "" },
        note: "",
        batchId,
      }),
  },
  takeSecondLook: {
    least: "editor",
    act: (ctx) =>
      takeSecondLook(ctx, {
        decisionId,
        seen: { revisionId: row.revisionId, textHash: "" },
        outcome: "confirmed",
        note: "",
      }),
  },
  takeBackApproval: {
    least: "editor",
    act: (ctx) => takeBackApproval(ctx, { kind: "proposal", id: proposalId }),
  },
  acceptProposal: { least: "editor", act: (ctx) => acceptProposal(ctx, stale) },
  acceptPart: { least: "editor", act: (ctx) => acceptPart(ctx, { ...stale, hunks: ["0-1-x"] }) },
  editProposal: {
    least: "editor",
    act: (ctx) =>
      editProposal(ctx, { ...stale, currentRevisionId: row.revisionId, targetText: "Other words." }),
  },
  declineProposal: { least: "editor", act: (ctx) => declineProposal(ctx, { ...stale, note: "No." }) },
  requestChanges: { least: "editor", act: (ctx) => requestChanges(ctx, { ...stale, note: "Please." }) },
  decideMany: {
    least: "editor",
    act: (ctx) => decideMany(ctx, { kind: "accept", items: [], note: "", idempotencyKey: randomUUID() }),
  },
  undoForeignMany: {
    least: "translator",
    act: (ctx) => undoMany(ctx, { batchId, idempotencyKey: randomUUID() }),
  },
  // Its author has gone on: for those who may ask, there is nothing to take back.
  undoDecision: { least: "editor", act: (ctx) => undoDecision(ctx, { decisionId }) },
  approveSegment: {
    least: "editor",
    act: (ctx) => approveSegment(ctx, { ...base, revisionId: row.revisionId, textHash: "0".repeat(64) }),
  },
  listCarried: { least: "reader", act: (ctx) => listCarried(ctx, translationId) },
  confirmCarried: { least: "editor", act: (ctx) => confirmCarried(ctx, { translationId, rows: [] }) },
});
