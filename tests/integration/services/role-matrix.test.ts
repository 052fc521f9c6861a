import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import type { PreviewId, SegmentId } from "@/lib/core/shared/ids";
import { placeDraft, placeProposal } from "@/lib/services/alignment/place-words";
import { listTray, readAlignment } from "@/lib/services/alignment/read-alignment";
import { realignRows } from "@/lib/services/alignment/realign-rows";
import { repairAlignment } from "@/lib/services/alignment/repair-alignment";
import { redoRepair, undoRepair } from "@/lib/services/alignment/take-back";
import type { ServiceContext } from "@/lib/services/context";
import { decideMany } from "@/lib/services/decisions/decide-many";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { undoMany } from "@/lib/services/decisions/undo-many";
import { discardDraft } from "@/lib/services/drafts/discard-draft";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { applyVersion } from "@/lib/services/imports/apply-version";
import {
  discardImport,
  readImport,
  saveImport,
  updateImportPreview,
} from "@/lib/services/imports/edit-import";
import { readVersion } from "@/lib/services/imports/read-version";
import { readVersionTarget } from "@/lib/services/imports/read-version-target";
import { startImport } from "@/lib/services/imports/start-import";
import { startVersion } from "@/lib/services/imports/start-version";
import { undoVersion } from "@/lib/services/imports/undo-version";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { createProject, readProject, removeMember, setMember } from "@/lib/services/projects/manage-projects";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal, declineProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { takeBackApproval } from "@/lib/services/proposals/take-back-approval";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { cancelPlan, planPublication } from "@/lib/services/publications/plan-publication";
import { createPreviewLink, revokePreview } from "@/lib/services/publications/preview-links";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { readPublicationDesk } from "@/lib/services/publications/read-publication-desk";
import { answerReport, proposeFromReport } from "@/lib/services/reports/answer-report";
import { listReports } from "@/lib/services/reports/read-reports";
import { authorizeRevert } from "@/lib/services/reverts/authorize-revert";
import { previewRevert } from "@/lib/services/reverts/preview-revert";
import { revertAccount } from "@/lib/services/reverts/revert-account";
import { revertText } from "@/lib/services/reverts/revert-text";
import { takeSecondLook } from "@/lib/services/second-looks/take-second-look";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { confirmCarried, listCarried } from "@/lib/services/segments/carried-rows";
import { readHistory } from "@/lib/services/segments/read-history";
import { restoreRevision } from "@/lib/services/segments/restore-revision";
import { markMentionsSeen } from "@/lib/services/threads/mentions";
import { readDiscussion } from "@/lib/services/threads/read-discussion";
import { settleThread } from "@/lib/services/threads/settle-thread";
import { addComment, openThread } from "@/lib/services/threads/write-comment";
import { exportTranslation } from "@/lib/services/translations/export-translation";
import { readBitext, readRows, readRowsById, readSegment } from "@/lib/services/translations/read-bitext";
import { changeUser, createUser, listUsers } from "@/lib/services/users/manage-users";
import { changeOwnPassword, endOwnSessions, readOwnAccount } from "@/lib/services/users/own-account";
import {
  comment,
  emptyBatch,
  propose,
  settledDecline,
  waitingImport,
  waitingPlan,
} from "@/tests/support/acts";
import { answeredReport, publish } from "@/tests/support/reports";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { documentIdOf } from "@/tests/support/versions";

/** Who tries. `null` is nobody signed in; the stranger has an account and no role. */
const WHO = [null, "stranger", "reader", "translator2", "editor", "admin"] as const;
type Answer = "sign-in-required" | "not-found" | "not-allowed" | "granted";
type Act = (ctx: ServiceContext) => Promise<{ ok: boolean; error?: { code: string } }>;

let the: Scenario;
let acts: Record<
  string,
  { act: Act; least: "reader" | "translator" | "editor" | "admin" | "installation" | "signed-in" }
>;

beforeAll(async () => {
  the = await scenario(Array.from({ length: 12 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const));
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
  acts = {
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
    openThread: {
      least: "translator",
      act: (ctx) => openThread(ctx, { proposalId, version: 99, anchor: null, ...words }),
    },
    addComment: { least: "translator", act: (ctx) => addComment(ctx, { threadId, ...words }) },
    settleThread: { least: "translator", act: (ctx) => settleThread(ctx, { threadId, resolved: false }) },
    readDiscussion: { least: "reader", act: (ctx) => readDiscussion(ctx, proposalId) },
    markMentionsSeen: { least: "reader", act: (ctx) => markMentionsSeen(ctx, { proposalId }) },
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
    approveSegment: {
      least: "editor",
      act: (ctx) => approveSegment(ctx, { ...base, revisionId: row.revisionId, textHash: "0".repeat(64) }),
    },
    readAlignment: { least: "reader", act: (ctx) => readAlignment(ctx, translationId) },
    listTray: { least: "reader", act: (ctx) => listTray(ctx, translationId) },
    repairAlignment: {
      least: "editor",
      act: (ctx) =>
        repairAlignment(ctx, {
          translationId,
          version: 99,
          operation: { kind: "join", segmentId: row.id, with: "next" },
        }),
    },
    // a row that is not there
    realignRows: {
      least: "editor",
      act: (ctx) => realignRows(ctx, { translationId, segmentId: randomUUID() as SegmentId }),
    },
    undoRepair: { least: "editor", act: (ctx) => undoRepair(ctx, { translationId, version: 99 }) },
    redoRepair: { least: "editor", act: (ctx) => redoRepair(ctx, { translationId, version: 99 }) },
    // Somebody else's proposal, which is in no tray.
    placeProposal: {
      least: "editor",
      act: (ctx) => placeProposal(ctx, { proposalId: open.proposalId, segmentId: row.id }),
    },
    placeDraft: { least: "translator", act: (ctx) => placeDraft(ctx, { from: row.id, segmentId: row.id }) },
    publishTranslation: { least: "editor", act: (ctx) => publishTranslation(ctx, { translationId }) },
    withdrawPublication: { least: "editor", act: (ctx) => withdrawPublication(ctx, { translationId }) },
    planPublication: {
      least: "editor",
      act: (ctx) => planPublication(ctx, { translationId, dueAt: null }),
    },
    cancelPlan: { least: "editor", act: (ctx) => cancelPlan(ctx, { planId }) },
    readPublicationDesk: { least: "editor", act: (ctx) => readPublicationDesk(ctx, { translationId }) },
    createPreviewLink: {
      least: "editor",
      act: (ctx) => createPreviewLink(ctx, { translationId, hours: 1 }, "secret"),
    },
    revokePreview: {
      least: "editor",
      act: (ctx) => revokePreview(ctx, { translationId, previewId: randomUUID() as PreviewId }),
    },
    startImport: {
      least: "translator",
      act: (ctx) =>
        startImport(ctx, {
          projectId,
          documentId: null,
          source: { kind: "pasted", text: "" },
          target: { kind: "pasted", text: "" },
          title: "",
          mtEngine: "",
          sourceLocale: null,
          targetLocale: null,
        }),
    },
    readForeignImport: { least: "translator", act: (ctx) => readImport(ctx, importId) },
    updateForeignImport: {
      least: "translator",
      act: (ctx) =>
        updateImportPreview(ctx, {
          importId,
          version: 1,
          settings: { title: "x", sourceLocale: "de", targetLocale: "en", mtEngine: "" },
          beads: [],
        }),
    },
    saveForeignImport: { least: "translator", act: (ctx) => saveImport(ctx, { importId, version: 1 }) },
    startVersion: {
      least: "editor",
      act: (ctx) => startVersion(ctx, { documentId, source: null, target: null, mtEngine: "" }),
    },
    readVersionTarget: { least: "editor", act: (ctx) => readVersionTarget(ctx, documentId) },
    readForeignVersion: { least: "translator", act: (ctx) => readVersion(ctx, importId) },
    applyForeignVersion: { least: "translator", act: (ctx) => applyVersion(ctx, { importId, token: "" }) },
    undoVersion: { least: "editor", act: (ctx) => undoVersion(ctx, { documentId }) },
    listCarried: { least: "reader", act: (ctx) => listCarried(ctx, translationId) },
    confirmCarried: { least: "editor", act: (ctx) => confirmCarried(ctx, { translationId, rows: [] }) },
    discardForeignImport: { least: "translator", act: (ctx) => discardImport(ctx, importId) },
    readProject: { least: "admin", act: (ctx) => readProject(ctx, projectId) },
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
    changePolicy: {
      least: "admin",
      act: (ctx) => changePolicy(ctx, { projectId, seen: 99, policy: DEFAULT_POLICY }),
    },
    setMember: {
      least: "admin",
      act: (ctx) => setMember(ctx, { projectId, email: "reader@example.org", role: "reader" }),
    },
    removeMember: {
      least: "admin",
      act: (ctx) => removeMember(ctx, { projectId, userId: the.people.stranger }),
    },
    listUsers: { least: "installation", act: (ctx) => listUsers(ctx) },
    createUser: {
      least: "installation",
      act: (ctx) =>
        createUser(ctx, {
          email: "x@example.org",
          displayName: "x",
          password: "long enough, really",
          isAdmin: true,
        }),
    },
    changeUser: {
      least: "installation",
      act: (ctx) => changeUser(ctx, the.people.reader, { kind: "make-administrator" }),
    },
    createProject: { least: "installation", act: (ctx) => createProject(ctx, { name: "Mine" }) },
    readOwnAccount: { least: "signed-in", act: (ctx) => readOwnAccount(ctx) },
    endOwnSessions: { least: "signed-in", act: (ctx) => endOwnSessions(ctx) },
    changeOwnPassword: {
      least: "signed-in",
      act: (ctx) => changeOwnPassword(ctx, { current: "no", next: "long enough, really" }),
    },
  };
});
afterAll(() => the.close());

const ORDER = ["reader", "translator", "editor", "admin"];

function expected(who: PersonName | null, least: string): Answer {
  if (who === null) return "sign-in-required";
  if (least === "signed-in") return "granted";
  if (least === "installation") return "not-allowed";
  if (who === "stranger") return "not-found";
  return ORDER.indexOf(who.replace("2", "")) >= ORDER.indexOf(least) ? "granted" : "not-allowed";
}

const ACCESS = new Set(["sign-in-required", "not-found", "not-allowed"]);

describe.each(WHO)("%s", (who) => {
  it("may do exactly what the role allows, act by act", async () => {
    const answers: Record<string, Answer> = {};
    const wanted: Record<string, Answer> = {};
    for (const [name, { act, least }] of Object.entries(acts)) {
      const result = await act(the.as(who));
      const code = result.error?.code ?? "";
      answers[name] = ACCESS.has(code) ? (code as Answer) : "granted";
      const answer = expected(who, least);
      // Somebody else's import does not exist for anybody but its owner.
      wanted[name] = name.includes("Foreign") && answer === "granted" ? "not-found" : answer;
    }
    expect(answers).toEqual(wanted);
  });
});

it("covers every service that takes a context", async () => {
  const { readdirSync, readFileSync } = await import("node:fs");
  const root = new URL("../../../lib/services/", import.meta.url).pathname;
  const writing = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [
        ...readFileSync(root + file, "utf8").matchAll(
          /^export (?:async )?function (\w+)\(\s*ctx: ServiceContext/gm,
        ),
      ].map((match) => match[1] ?? ""),
    );
  // Answer by what the person may see anyway, so there is nothing to refuse.
  const filtering = [
    "listDocuments",
    "listOpenQueue",
    "countOpenQueue",
    "readHaste",
    "listMyProposals",
    "listMyMentions",
    "listTogether",
    "listSecondLooks",
    "projectsAllowing",
    "listMyImports",
    "listManagedProjects",
    "permissionsAnywhere",
    "authorize",
    "approveTogether", // after acceptProposal has asked
    "authorizeAnywhere",
    "authorizeRepair",
    "authorizeVersion",
    "ownImport",
    "authorizeAdministrator",
    "readRecord", // for everybody, like the article
    "fileReport", // for everybody, about the article
  ];
  const covered = Object.keys(acts).map((name) =>
    name.replace("Foreign", "").replace("updateImport", "updateImportPreview"),
  );
  expect(writing.filter((name) => !covered.includes(name) && !filtering.includes(name))).toEqual([]);
});

it("shows a stranger nothing in the lists that answer by right", async () => {
  const { listDocuments } = await import("@/lib/services/documents/list-documents");
  const { listMyProposals } = await import("@/lib/services/proposals/list-my-proposals");
  const { listOpenQueue } = await import("@/lib/services/proposals/list-proposals");
  expect(await listDocuments(the.as("stranger"))).toEqual({
    ok: true,
    value: { documents: [], importInto: [], repairIn: [] },
  });
  expect(await listOpenQueue(the.as("stranger"), 0)).toMatchObject({ value: { items: [], total: 0 } });
  expect(await listOpenQueue(the.as("translator"), 0)).toMatchObject({ value: { items: [], total: 0 } });
  expect(await listMyProposals(the.as("stranger"), 0)).toMatchObject({
    value: { items: [], total: 0, documents: [] },
  });
});
