import { randomUUID } from "node:crypto";
import { rowAt, type Scenario } from "../scenario";
import type { Door, Least } from "./door";

const POLICY = {
  fourEyes: true,
  approvals: 1,
  publisher: "editor",
  leastApproved: 0,
  leastIndexed: 50,
  refusesOpenProposals: false,
  secondEditor: true,
  secondLooks: 5,
};

/** Server actions, by their names. */
export async function actions(
  the: Scenario,
  {
    importId,
    versionId,
    proposalId,
    decisionId,
    threadId,
    batchId,
    planId,
    reportId,
  }: {
    importId: string;
    versionId: string;
    proposalId: string;
    decisionId: string;
    threadId: string;
    batchId: string;
    planId: string;
    reportId: string;
  },
  documentId: string,
): Promise<Record<string, Door>> {
  const row = await rowAt(the, 0);
  const review = `/en/review/${the.translationId}`;
  const { projectId, translationId } = the;
  const act = (least: Least, page: string, ...input: unknown[]): Door => ({
    kind: "action",
    least,
    page,
    input,
  });
  const base = { segmentId: row.id, baseRevisionId: row.revisionId };
  const text = { targetText: row.targetText, comment: "", reason: null };
  const seen = { version: 99, textHash: "0".repeat(64), baseRevisionId: row.revisionId };
  const settings = { title: "x", sourceLocale: "de", targetLocale: "en", mtEngine: "" };
  const importPage = `/en/import/${importId}`;
  const projectPage = `/en/admin/projects/${projectId}`;
  const long = "long enough, really";
  const comment = { text: "Why?", idempotencyKey: randomUUID() };
  return {
    createProposalAction: act("translator", review, { ...base, ...text, idempotencyKey: randomUUID() }),
    reviseProposalAction: act("translator", review, {
      proposalId,
      version: 99,
      baseRevisionId: row.revisionId,
      ...text,
      targetText: "Other words.",
    }),
    withdrawProposalAction: act("translator", "/en/mine", { proposalId, version: 99 }),
    acceptProposalAction: act("editor", "/en/queue", { proposalId, seen, note: "" }),
    declineProposalAction: act("editor", "/en/queue", { proposalId, seen, reason: "style", note: "No." }),
    requestChangesAction: act("editor", "/en/queue", { proposalId, seen, note: "Please." }),
    openThreadAction: act("translator", "/en/queue", { proposalId, version: 99, anchor: null, ...comment }),
    addCommentAction: act("translator", "/en/queue", { threadId, ...comment }),
    settleThreadAction: act("translator", "/en/queue", { threadId, resolved: false }),
    markMentionsSeenAction: act("reader", "/en/queue", { proposalId }),
    // about nothing, and somebody else's
    decideManyAction: act("editor", "/en/queue/together", {
      kind: "accept",
      items: [],
      reason: "other",
      note: "",
      idempotencyKey: randomUUID(),
      total: 0,
    }),
    undoManyAction: act("owner", "/en/queue/together", { batchId, idempotencyKey: randomUUID() }),
    // on nothing
    revertAccountAction: act("admin", `/en/admin/revert/${the.people.translator}`, {
      accountId: the.people.translator,
      note: "",
      proposals: [],
      texts: [],
      idempotencyKey: randomUUID(),
      total: 0,
    }),
    // of a decline, at which nobody looks
    takeSecondLookAction: act("editor", "/en/queue/second-look", {
      decisionId,
      seen: { revisionId: row.revisionId, textHash: seen.textHash },
      outcome: "confirmed",
      note: "",
    }),
    // there is none
    takeBackApprovalAction: act("editor", "/en/queue", { kind: "proposal", id: proposalId }),
    undoDecisionAction: act("editor", "/en/queue", { decisionId }),
    acceptPartAction: act("editor", "/en/queue", { proposalId, seen, hunks: ["0-1-x"], note: "" }),
    editProposalAction: act("editor", "/en/queue", {
      proposalId,
      seen,
      currentRevisionId: row.revisionId,
      targetText: "Other words.",
    }),
    approveSegmentAction: act("editor", review, {
      segmentId: row.id,
      revisionId: row.revisionId,
      textHash: seen.textHash,
    }),
    restoreRevisionAction: act("translator", `${review}/history/${row.id}`, {
      segmentId: row.id,
      revisionId: row.revisionId,
      seenRevisionId: row.revisionId,
      idempotencyKey: randomUUID(),
    }),
    repairAlignmentAction: act("editor", `${review}/align`, {
      translationId,
      version: 99,
      operation: { kind: "join", segmentId: row.id, with: "next" },
    }),
    travelAlignmentAction: act("editor", `${review}/align`, {
      translationId,
      version: 99,
      direction: "undo",
    }),
    reloadAlignmentAction: act("reader", `${review}/align`, { translationId }),
    readTrayAction: act("reader", `${review}/align`, { translationId }),
    // somebody else's proposal, which is in no tray
    placeProposalAction: act("editor", `${review}/align`, { proposalId, segmentId: row.id }),
    placeDraftAction: act("translator", `${review}/align`, { from: row.id, segmentId: row.id }),
    // in this order: the articles are there again for the next person
    withdrawPublicationAction: act("editor", review, { translationId }),
    publishAction: act("editor", review, { translationId }),
    // a time that is over, a plan and a link that are none
    planPublicationAction: act("editor", `${review}/publication`, { translationId, at: "2001-01-01T10:00" }),
    createPreviewAction: act("editor", `${review}/publication`, { translationId, hours: 1 }),
    revokePreviewAction: act("editor", `${review}/publication`, { translationId, previewId: randomUUID() }),
    cancelPlanAction: act("editor", `${review}/publication`, { planId }),
    updateImportAction: act("owner", importPage, { importId, version: 99, settings, rows: "" }),
    saveImportAction: act("owner", importPage, { importId, version: 99 }),
    discardImportAction: act("owner", importPage, { importId }),
    applyVersionAction: act("owner", `/en/import/version/${versionId}`, {
      importId: versionId,
      token: seen.textHash,
    }),
    undoVersionAction: act("editor", `/en/import/version?document=${documentId}`, { documentId }),
    confirmCarriedAction: act("editor", `${review}/carried`, {
      translationId,
      rows: [{ segmentId: row.id, revisionId: row.revisionId, textHash: seen.textHash }],
    }),
    changePolicyAction: act("admin", projectPage, { projectId, seen: 99, policy: POLICY }),
    setMemberAction: act("admin", projectPage, { projectId, email: "reader@example.org", role: "reader" }),
    removeMemberAction: act("admin", projectPage, { projectId, userId: the.people.stranger }),
    answerReportAction: act("editor", "/en/queue/reports", { reportId, state: "declined", answer: "No." }),
    proposeFromReportAction: act("translator", "/en/queue/reports", {
      reportId,
      baseRevisionId: row.revisionId,
      targetText: "Other words.",
    }),
    createProjectAction: act("installation", "/en/admin", { name: "Mine" }),
    createUserAction: act("installation", "/en/admin/accounts", {
      email: "x@example.org",
      displayName: "x",
      password: long,
      isAdmin: true,
    }),
    changeUserAction: act("installation", "/en/admin/accounts", {
      userId: the.people.reader,
      change: { kind: "make-administrator" },
    }),
    changeOwnPasswordAction: act("signed-in", "/en/account", { current: "no", next: long }),
    endOwnSessionsAction: act("signed-in", "/en/account"),
  };
}
