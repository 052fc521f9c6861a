import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readerScriptAddress } from "@/app/_features/article/reader-scripts";
import type { ImportId } from "@/lib/core/shared/ids";
import { rowAt, type Scenario } from "./scenario";
import { documentIdOf } from "./versions";

/**
 * The least that somebody must be to come in. "owner": nobody but the person whose import it is;
 * "nobody": closed for good, and sends everybody to the sign-in.
 */
export type Least =
  | "nobody"
  | "anybody"
  | "signed-in"
  | "reader"
  | "translator"
  | "editor"
  | "admin"
  | "installation"
  | "owner";

export type Answer = "sign-in-required" | "not-found" | "not-allowed" | "granted";

/**
 * A way into a running server: a page, an address of the API, or a server action. In an address,
 * "ORIGIN" stands for the server that is asked.
 */
export type Door = { readonly least: Least } & (
  | { readonly kind: "page"; readonly address: string }
  | { readonly kind: "api"; readonly method: string; readonly address: string; readonly body?: string }
  | { readonly kind: "action"; readonly page: string; readonly input: readonly unknown[] }
);

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

/**
 * Every door of the application, by the file of its page, the method and file of its address
 * or the name of its action. Acts that would change what the next person finds name a version
 * that is no longer true: an allowed person is then refused for that, after the question of the role.
 */
export async function allDoors(
  the: Scenario,
  own: {
    readonly importId: ImportId;
    readonly versionId: ImportId;
    readonly slug: string;
    readonly proposalId: string;
    /** Cannot be undone any more: its author has gone on. */
    readonly decisionId: string;
    readonly threadId: string;
    /** An act on many of the second editor. */
    readonly batchId: string;
    readonly planId: string;
    /** A report that somebody has answered already, and the secret part of its address. */
    readonly reportId: string;
    readonly reportToken: string;
  },
): Promise<Readonly<Record<string, Door>>> {
  const documentId = await documentIdOf(the);
  return {
    ...pages(the, own, documentId),
    ...(await addresses(the, own.proposalId)),
    ...(await actions(the, own, documentId)),
  };
}

function pages(
  the: Scenario,
  own: { importId: string; versionId: string; slug: string; reportToken: string },
  documentId: string,
): Record<string, Door> {
  const page = (least: Least, address: string): Door => ({ kind: "page", least, address: `/en${address}` });
  return {
    "(reader)": page("anybody", ""),
    "(reader)/articles/[slug]": page("anybody", `/articles/${own.slug}`),
    "(reader)/articles/[slug]/[lang]": page("anybody", `/articles/${own.slug}/en`),
    "(reader)/articles/[slug]/[lang]/parallel": page("anybody", `/articles/${own.slug}/en/parallel`),
    "(reader)/articles/[slug]/[lang]/report": page(
      "anybody",
      `/articles/${own.slug}/en/report?paragraph=p-1`,
    ),
    "(reader)/articles/[slug]/[lang]/made": page("anybody", `/articles/${own.slug}/en/made`),
    "(reader)/articles/[slug]/[lang]/changes": page("anybody", `/articles/${own.slug}/en/changes`),
    "(reader)/articles/[slug]/[lang]/versions/[number]": page(
      "anybody",
      `/articles/${own.slug}/en/versions/1`,
    ),
    "(reader)/reports/[token]": page("anybody", `/reports/${own.reportToken}`),
    // anybody gets there, and reads that this link is none
    "(reader)/preview/[token]": page("anybody", "/preview/no-link"),
    "(reader)/search": page("anybody", "/search?q=zug"),
    "(auth)/sign-in": page("anybody", "/sign-in"),
    "(auth)/setup": page("nobody", "/setup"),
    "(workbench)/documents": page("signed-in", "/documents"),
    "(workbench)/queue": page("signed-in", "/queue"),
    "(workbench)/queue/together": page("signed-in", "/queue/together"),
    "(workbench)/queue/second-look": page("signed-in", "/queue/second-look"),
    "(workbench)/queue/reports": page("signed-in", "/queue/reports"),
    "(workbench)/mine": page("signed-in", "/mine"),
    "(workbench)/account": page("signed-in", "/account"),
    "(workbench)/import": page("signed-in", "/import"),
    "(workbench)/import/[importId]": page("owner", `/import/${own.importId}`),
    "(workbench)/review/[translationId]": page("reader", `/review/${the.translationId}`),
    "(workbench)/import/version": page("editor", `/import/version?document=${documentId}`),
    "(workbench)/import/version/[importId]": page("owner", `/import/version/${own.versionId}`),
    "(workbench)/review/[translationId]/carried": page("reader", `/review/${the.translationId}/carried`),
    "(workbench)/review/[translationId]/history/[segmentId]": page(
      "reader",
      `/review/${the.translationId}/history/${the.segmentIds[0]}`,
    ),
    "(workbench)/review/[translationId]/publication": page(
      "editor",
      `/review/${the.translationId}/publication`,
    ),
    "(workbench)/review/[translationId]/align": page("reader", `/review/${the.translationId}/align`),
    "(admin)/admin": page("admin", "/admin"),
    "(admin)/admin/projects/[projectId]": page("admin", `/admin/projects/${the.projectId}`),
    "(admin)/admin/revert/[userId]": page("admin", `/admin/revert/${the.people.translator}`),
    "(admin)/admin/accounts": page("installation", "/admin/accounts"),
  };
}

async function addresses(the: Scenario, proposalId: string): Promise<Record<string, Door>> {
  const row = await rowAt(the, 0);
  const draft = {
    baseRevisionId: row.revisionId,
    targetText: "Other words.",
    comment: "",
    reason: null,
    version: 99,
  };
  const rows = `/api/translations/${the.translationId}/rows`;
  return {
    "GET translations/[translationId]/rows": { kind: "api", least: "reader", method: "GET", address: rows },
    "GET segments/[segmentId]": {
      kind: "api",
      least: "reader",
      method: "GET",
      address: `/api/segments/${row.id}`,
    },
    "PUT segments/[segmentId]/draft": {
      kind: "api",
      least: "translator",
      method: "PUT",
      address: `/api/segments/${row.id}/draft`,
      body: JSON.stringify(draft),
    },
    "DELETE segments/[segmentId]/draft": {
      kind: "api",
      least: "translator",
      method: "DELETE",
      address: `/api/segments/${row.id}/draft`,
    },
    "GET proposals/[proposalId]/threads": {
      kind: "api",
      least: "reader",
      method: "GET",
      address: `/api/proposals/${proposalId}/threads`,
    },
    // a row that is not there
    "POST translations/[translationId]/realign": {
      kind: "api",
      least: "editor",
      method: "POST",
      address: `/api/translations/${the.translationId}/realign`,
      body: JSON.stringify({ segmentId: randomUUID() }),
    },
    "GET articles/[slug]/[lang]/record": {
      kind: "api",
      least: "anybody",
      method: "GET",
      address: "/api/articles/der-zug-aus-triest/en/record",
    },
    ...publicFiles(),
    "GET schemas/review-record": {
      kind: "api",
      least: "anybody",
      method: "GET",
      address: "/api/schemas/review-record",
    },
    "GET feeds/[lang]": { kind: "page", least: "anybody", address: "/feeds/en" },
    "GET sitemap.xml": { kind: "page", least: "anybody", address: "/sitemap.xml" },
    "GET scripts/[name]": {
      kind: "page",
      least: "anybody",
      address: readerScriptAddress("keep-place"),
    },
    "GET robots.txt": { kind: "page", least: "anybody", address: "/robots.txt" },
    "GET health": { kind: "api", least: "anybody", method: "GET", address: "/api/health" },
  };
}

/** Files of an article, for everybody. */
function publicFiles(): Record<string, Door> {
  const file = (name: string): Door => ({
    kind: "page",
    least: "anybody",
    address: `/api/articles/der-zug-aus-triest/en/${name}`,
  });
  return {
    "GET articles/[slug]/[lang]/text.md": file("text.md"),
    "GET articles/[slug]/[lang]/book.epub": file("book.epub"),
    "GET oembed": {
      kind: "page",
      least: "anybody",
      address: "/api/oembed?url=ORIGIN/en/articles/der-zug-aus-triest/en",
    },
    "GET articles/[slug]/[lang]/picture.png": file("picture.png"),
    "GET articles/[slug]/[lang]/[beside]/text.md": file("de/text.md"),
    "GET articles/[slug]/[lang]/[beside]/book.epub": file("de/book.epub"),
  };
}

async function actions(
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

/** Not doors of the matrix: they are forms for people without any role, and have tests of their own. */
export const BEFORE_ANY_ROLE = ["signInAction", "setUpAction", "fileReportAction", "auth/[...nextauth]"];

/** They take uploads in pieces; what they may do is decided by services that the matrix of services covers. */
export const UPLOADS = ["POST imports", "POST versions"];

const root = path.resolve(import.meta.dirname, "../..");

/** Pages, addresses and actions that the sources have, by the names that `allDoors` uses. */
export function doorsOfTheSources(): readonly string[] {
  const files = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" });
  const read = (file: string) => readFileSync(path.join(root, "app", file), "utf8");
  const pageNames = files
    .filter((file) => file.startsWith("[locale]/") && file.endsWith("/page.tsx"))
    .map((file) => path.dirname(file.slice("[locale]/".length)));
  const addressNames = files
    .filter((file) => file.endsWith("/route.ts") && !file.includes("nextauth"))
    .flatMap((file) =>
      [
        ...read(file).matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm),
      ].map(([, method]) => `${method} ${path.dirname(file).replace(/^api\//, "")}`),
    );
  const actionNames = files
    .filter((file) => file.startsWith("_actions/") && file.endsWith(".ts"))
    .filter((file) => read(file).startsWith('"use server"'))
    .flatMap((file) =>
      [...read(file).matchAll(/^export async function (\w+)/gm)].map(([, name]) => name ?? ""),
    );
  return [...pageNames, ...addressNames, ...actionNames];
}
