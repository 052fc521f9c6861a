import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { READERS_ID } from "@/lib/core/access/roles";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal, declineProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { listOpenQueue } from "@/lib/services/proposals/list-proposals";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { forgetAttempts } from "@/lib/services/rate-limit";
import { answerReport, proposeFromReport } from "@/lib/services/reports/answer-report";
import { FREE_REPORTS } from "@/lib/services/reports/count-report";
import { fileReport, WAITING_LIMIT } from "@/lib/services/reports/file-report";
import { readReportStatus } from "@/lib/services/reports/read-reports";
import { listUsers } from "@/lib/services/users/manage-users";
import { check } from "@/tests/fault/check";
import { propose, putForward, seen } from "@/tests/support/acts";
import { acceptTogether, filed, forgetLimits, publish, report, waiting } from "@/tests/support/reports";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeEach(async () => {
  await the?.close();
  the = await scenario();
  await publish(the);
});
afterAll(() => the.close());

const status = async (token: string) => {
  const read = await readReportStatus(the, token);
  return read.ok ? read.value : read.error.code;
};
const queue = async () => {
  const listed = await listOpenQueue(the.as("editor"), 0);
  return listed.ok ? listed.value.items : [];
};
const onlyProposal = async () => {
  const [item] = await queue();
  if (!item) throw new Error("the queue is empty");
  return { ...(await seen(the, 1, item.id)), item };
};

describe("a better wording", () => {
  it("is a proposal of a reader on the published text, in the queue of all", async () => {
    expect(await filed(the, null, { remark: "Nobody says that." })).toMatchObject({
      isProposal: true,
      wasKnown: false,
    });
    expect(await queue()).toMatchObject([
      {
        targetText: "It departs at 3.40 p.m..",
        origin: "reader",
        isAnonymous: true,
        decidable: true,
        comment: "Nobody says that.",
      },
    ]);
    expect(await waiting(the)).toEqual([]);
    expect(await check(the.url)).toEqual([]);
  });

  it("of somebody without an account needs two people who decide, because it may be the decider's own", async () => {
    const { token } = await filed(the, null, {});
    const { item, ...proposal } = await onlyProposal();
    expect(await acceptPart(the.as("editor"), { ...proposal, hunks: ["x"] })).toMatchObject({
      error: { code: "whole-only" },
    });
    expect(await requestChanges(the.as("editor"), { ...proposal, note: "Please." })).toMatchObject({
      error: { code: "not-allowed" },
    });
    expect(await acceptTogether(the, proposal)).toMatchObject([
      { ok: true, value: { missing: 1, revisionId: null } },
      { ok: true, value: { missing: 0 } },
    ]);
    expect(await status(token)).toMatchObject({ outcome: "accepted" });
    expect((await rowAt(the, 1)).targetText).toBe("It departs at 3.40 p.m..");
    expect(item.mine).toBe(false);
    expect(await check(the.url)).toEqual([]);
  });

  it("that an editor changed needs only a second editor, also where the policy asks for none", async () => {
    const policy = { ...DEFAULT_POLICY, secondEditor: false };
    await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy });
    await filed(the, null, {});
    const { item, ...proposal } = await onlyProposal();
    const edit = {
      ...proposal,
      currentRevisionId: item.currentRevisionId,
      targetText: "It leaves at 3.40 p.m.",
    };
    expect(await editProposal(the.as("editor"), edit)).toMatchObject({
      ok: true,
      value: { outcome: "waits" },
    });
    const { item: edited, ...again } = await onlyProposal();
    expect(edited.targetText).toBe("It leaves at 3.40 p.m.");
    expect(await acceptProposal(the.as("editor2"), again)).toMatchObject({ ok: true, value: { missing: 0 } });
  });

  it("of somebody without an account is accepted by one person where the policy is without four eyes", async () => {
    const policy = { ...DEFAULT_POLICY, fourEyes: false };
    await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy });
    await filed(the, null, {});
    const { item, ...proposal } = await onlyProposal();
    expect(item.isAnonymous).toBe(true);
    expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({
      ok: true,
      value: { missing: 0 },
    });
  });

  it("never counts as accepted for one approval, even if somebody writes to the database", async () => {
    await filed(the, null, {});
    const { item } = await onlyProposal();
    const decision = the.db.pool.query(
      `INSERT INTO "Decision" ("kind", "segmentId", "proposalId", "proposalVersion", "revisionId", "textHash", "actorId")
       VALUES ('accept', $1, $2, 1, $3, $4, $5)`,
      [item.segmentId, item.id, item.currentRevisionId, item.textHash, the.people.editor],
    );
    await expect(decision).rejects.toMatchObject({ code: "GL006" });
  });

  it("of somebody who is signed in is their own words, also beside another open proposal of theirs", async () => {
    await propose(the, "editor", 1, "It leaves at twenty to four.");
    await filed(the, "editor", {});
    const items = (await queue()).toSorted((a, b) => (a.origin > b.origin ? -1 : 1));
    expect(items.map(({ origin, mine, decidable }) => ({ origin, mine, decidable }))).toEqual([
      { origin: "translator", mine: true, decidable: false },
      { origin: "reader", mine: true, decidable: false },
    ]);
    const [, own] = items;
    const proposal = await seen(the, 1, own?.id as never);
    expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({ error: { code: "own-words" } });
    expect(await acceptProposal(the.as("editor2"), proposal)).toMatchObject({ ok: true });
  });

  it("comes along when the text has moved on since, and is contained when it says that already", async () => {
    await acceptProposal(
      the.as("editor"),
      await propose(the, "translator", 1, "It departs daily at 15.40 clock."),
    );
    await filed(the, null, {});
    const { item } = await onlyProposal();
    expect(item).toMatchObject({ conflicted: false, versionCause: "rebased" });
    expect(item.targetText).toBe("It departs daily at 3.40 p.m..");
    await acceptTogether(the, await seen(the, 1, item.id));
    await forgetLimits(the);
    const late = await filed(the, null, { wording: "3.40 p.m.", remark: "once more" });
    expect(await status(late.token)).toMatchObject({ outcome: "accepted" });
    expect(await check(the.url)).toEqual([]);
  });

  it("is refused with a reason when its passage is not there, or there twice", async () => {
    expect(await fileReport(the.as(null), report({ passage: "15.40 o'clock" }))).toEqual({
      ok: false,
      error: { code: "passage-not-found", field: "passage" },
    });
    expect(await fileReport(the.as(null), report({ passage: "a", wording: "b" }))).toEqual({
      ok: false,
      error: { code: "passage-ambiguous", field: "passage" },
    });
    expect(await queue()).toEqual([]);
  });
});

describe("a remark", () => {
  const remark = { passage: "", wording: "", remark: "This is not what the original says." } as const;

  it("waits for an answer, which its reader gets, and ends once", async () => {
    const { token } = await filed(the, null, remark);
    const [waits] = await waiting(the);
    expect(waits).toMatchObject({ ...remark, rowNumber: 2, readers: 1, reporterName: null, mayAnswer: true });
    const reportId = waits?.id as never;
    expect(
      await answerReport(the.as("translator"), { reportId, state: "answered", answer: "No." }),
    ).toMatchObject({
      error: { code: "not-allowed" },
    });
    expect(await answerReport(the.as("editor"), { reportId, state: "declined", answer: " " })).toMatchObject({
      error: { code: "empty", field: "answer" },
    });
    expect(await answerReport(the.as("editor"), { reportId, state: "declined", answer: "It does." })).toEqual(
      {
        ok: true,
        value: null,
      },
    );
    expect(
      await answerReport(the.as("editor2"), { reportId, state: "answered", answer: "Yes." }),
    ).toMatchObject({
      error: { code: "settled-meanwhile" },
    });
    expect(await status(token)).toMatchObject({ outcome: "declined", answer: "It does." });
    expect(await waiting(the)).toEqual([]);
  });

  it("becomes the proposal of whoever takes it up, and its reader hears what became of that", async () => {
    const { token } = await filed(the, null, remark);
    const [waits] = await waiting(the);
    const input = {
      reportId: waits?.id as never,
      baseRevisionId: waits?.currentRevisionId as never,
      targetText: "It leaves at 3.40 p.m.",
    };
    expect(
      await proposeFromReport(the.as("translator"), { ...input, targetText: waits?.currentText ?? "" }),
    ).toEqual({
      ok: false,
      error: { code: "unchanged" },
    });
    const proposed = await proposeFromReport(the.as("translator"), input);
    if (!proposed.ok) throw new Error(proposed.error.code);
    expect(await waiting(the)).toEqual([]);
    expect(await proposeFromReport(the.as("translator2"), input)).toMatchObject({
      error: { code: "settled-meanwhile" },
    });

    // taken back, it waits again
    await withdrawProposal(the.as("translator"), { proposalId: proposed.value, version: 1 });
    expect(await waiting(the)).toHaveLength(1);
    const again = await proposeFromReport(the.as("translator2"), input);
    if (!again.ok) throw new Error(again.error.code);
    const proposal = await seen(the, 1, again.value);
    await declineProposal(the.as("editor"), { ...proposal, reason: "style", note: "Fine as it is." });
    expect(await status(token)).toMatchObject({
      outcome: "declined",
      declineReason: "style",
      answer: "Fine as it is.",
    });
    expect(await check(the.url)).toEqual([]);
  });

  it("is told apart from what is published: accepted first, in the article after the next publication", async () => {
    const { token } = await filed(the, "reader", {});
    expect(await status(token)).toMatchObject({ outcome: "waiting", article: { passage: "15.40 clock" } });
    await acceptProposal(the.as("editor"), await onlyProposal());
    await publish(the);
    const first = await status(token);
    expect(first).toMatchObject({ outcome: "published", publishedAt: expect.any(String) });
    // republished later, the article has the better text since the same day
    const editor = the.as("editor");
    const later = { ...editor, now: () => new Date(editor.now().getTime() + 30 * 24 * 60 * 60 * 1000) };
    await putForward(the, "translator", 0, "Another first sentence.");
    expect(await publishTranslation(later, { translationId: the.translationId })).toMatchObject({ ok: true });
    expect(await status(token)).toEqual(first);
    await withdrawPublication(the.as("editor"), { translationId: the.translationId });
    const gone = await status(token);
    expect(gone).toMatchObject({ outcome: "accepted", article: null });
    expect(JSON.stringify(gone)).not.toContain("15.40 clock");
    expect(await fileReport(the.as(null), report())).toMatchObject({ error: { code: "not-found" } });
  });
});

describe("protection", () => {
  it("forgets from where reports came as soon as the count is over", async () => {
    await fileReport(the.as(null), report({ networkAddress: "192.0.2.77" }));
    const counts = () => the.db.pool.query(`SELECT 1 FROM "RateLimit" WHERE "key" LIKE '%192.0.2.77'`);
    const at = (seconds: number) => ({ db: the.db, now: () => new Date(Date.now() + seconds * 1_000) });
    await forgetAttempts(at(FREE_REPORTS.seconds - 30));
    expect((await counts()).rowCount).toBe(2); // of attempts, and of what was taken
    expect(await forgetAttempts(at(FREE_REPORTS.seconds + 1))).toBeGreaterThan(0);
    expect((await counts()).rowCount).toBe(0);
  });

  it("stores the same thing once, and tells both readers what became of it", async () => {
    const first = await filed(the, null, { remark: "Nobody says that." });
    const second = await filed(the, null, { remark: "  nobody says THAT.", wording: "3.40 p.m. " });
    expect(second).toMatchObject({ wasKnown: true });
    expect(second.token).not.toBe(first.token);
    const proposal = await onlyProposal();
    await declineProposal(the.as("editor"), { ...proposal, reason: "no-improvement" });
    for (const { token } of [first, second])
      expect(await status(token)).toMatchObject({ outcome: "declined" });
    expect(await status((await filed(the, null, { remark: "Nobody says that." })).token)).toMatchObject({
      outcome: "declined",
    });
    expect(await queue()).toEqual([]);
  });

  it("counts per network address in the database, and says when the next report is free", async () => {
    const from = (networkAddress: string, at: number) =>
      fileReport(the.as(null), report({ networkAddress, remark: `Number ${at}` }));
    const answers = await Promise.all(
      Array.from({ length: FREE_REPORTS.address + 4 }, (_, at) => from(`2001:db8:1:2::${at}`, at)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(FREE_REPORTS.address);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: "too-many-attempts" } });
    expect(await from("192.0.2.7", 99)).toMatchObject({ ok: true });
  });

  it("has a limit of what may wait on one article, and takes no more from nobody known", async () => {
    await the.db.pool.query(
      `INSERT INTO "Report" ("translationId", "publicationId", "segmentId", "anchor", "passage", "remark", "wording",
                             "contentHash")
       SELECT t."id", t."publicationId", $1, 'p-1', '', 'x', '', n::text
       FROM "Translation" t, generate_series(1, $2) n WHERE t."id" = $3`,
      [the.segmentIds[0], WAITING_LIMIT, the.translationId],
    );
    expect(await fileReport(the.as(null), report())).toEqual({
      ok: false,
      error: { code: "too-many-waiting" },
    });
    expect(await fileReport(the.as("reader"), report())).toMatchObject({ ok: true });
  });

  it("refuses what cannot be stored, is too long, says nothing or leads elsewhere, naming the field", async () => {
    const faults = [
      [{ remark: "a\0b" }, { code: "nul", field: "remark" }],
      [{ wording: "\ud800" }, { code: "lone-surrogate", field: "wording" }],
      [{ passage: "x".repeat(1_001) }, { code: "too-long", field: "passage" }],
      [
        { passage: "", wording: "", remark: " \u200b" },
        { code: "nothing-said", field: "remark" },
      ],
      [{ passage: "" }, { code: "passage-missing", field: "passage" }],
      [
        { passage: "15.40 clock", wording: "15.40 clock" },
        { code: "same-wording", field: "wording" },
      ],
      [{ remark: "See https://spam.example/pills" }, { code: "link", field: "remark" }],
      [{ wording: "www.spam.example" }, { code: "link", field: "wording" }],
    ] as const;
    for (const [input, error] of faults)
      expect(await fileReport(the.as(null), report(input))).toEqual({ ok: false, error });
    expect(await queue()).toEqual([]);
  });

  it("finds nothing under addresses that are none", async () => {
    for (const input of [
      { slug: "../.." },
      { slug: "\0" },
      { locale: "de" },
      { locale: "x" },
      { anchor: "p-99" },
    ])
      expect(await fileReport(the.as(null), report(input))).toMatchObject({ error: { code: "not-found" } });
    for (const token of ["", "x", "%", "a".repeat(24), "{}"]) expect(await status(token)).toBe("not-found");
  });

  it("keeps the account of readers out of every list, and lets nobody sign in as it", async () => {
    await filed(the, null, {});
    await the.db.pool.query(`UPDATE "User" SET "isAdmin" = true WHERE "id" = $1`, [the.people.admin]);
    const ctx = {
      ...the.as("admin"),
      actor: { kind: "user", userId: the.people.admin, isAdmin: true },
    } as const;
    const users = await listUsers(ctx);
    expect(users.ok && users.value.map(({ id }) => id)).not.toContain(READERS_ID);
    const { rows } = await the.db.pool.query(
      `SELECT "passwordHash", "disabledAt" FROM "User" WHERE "id" = $1`,
      [READERS_ID],
    );
    expect(rows).toMatchObject([{ passwordHash: null, disabledAt: expect.any(Date) }]);
  });

  it("never changes what was reported, nor an answer", async () => {
    await filed(the, null, { wording: "", remark: "Wrong." });
    const change = (sql: string) => expect(the.db.pool.query(sql)).rejects.toMatchObject({ code: "GL001" });
    await change(`UPDATE "Report" SET "remark" = 'Right.'`);
    await change(`DELETE FROM "Report"`);
    const [waits] = await waiting(the);
    await answerReport(the.as("editor"), {
      reportId: waits?.id as never,
      state: "answered",
      answer: "Thank you.",
    });
    await change(`UPDATE "Report" SET "answer" = 'No.'`);
  });

  it("lets a proposal of the same words by somebody else wait beside it", async () => {
    await filed(the, null, {});
    const row = await rowAt(the, 1);
    const own = await createProposal(the.as("translator"), {
      segmentId: row.id,
      baseRevisionId: row.revisionId,
      targetText: "It departs at 3.40 p.m.",
      comment: "",
      reason: null,
      idempotencyKey: randomUUID(),
    });
    expect(own).toMatchObject({ ok: true, value: { conflicted: false } });
    expect(await queue()).toHaveLength(2);
  });
});
