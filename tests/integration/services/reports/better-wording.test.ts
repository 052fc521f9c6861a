import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { fileReport } from "@/lib/services/reports/file-report";
import { check } from "@/tests/fault/check";
import { propose, seen } from "@/tests/support/acts";
import {
  acceptTogether,
  filed,
  forgetLimits,
  onlyItem,
  publish,
  queued,
  report,
  statusOf,
  waiting,
} from "@/tests/support/reports";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeEach(async () => {
  await the?.close();
  the = await scenario();
  await publish(the);
});
afterAll(() => the.close());

describe("a better wording", () => {
  it("is a proposal of a reader on the published text, in the queue of all", async () => {
    expect(await filed(the, null, { remark: "Nobody says that." })).toMatchObject({
      isProposal: true,
      wasKnown: false,
    });
    expect(await queued(the)).toMatchObject([
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
    const { item, ...proposal } = await onlyItem(the);
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
    expect(await statusOf(the, token)).toMatchObject({ outcome: "accepted" });
    expect((await rowAt(the, 1)).targetText).toBe("It departs at 3.40 p.m..");
    expect(item.mine).toBe(false);
    expect(await check(the.url)).toEqual([]);
  });

  it("that an editor changed needs only a second editor, also where the policy asks for none", async () => {
    const policy = { ...DEFAULT_POLICY, secondEditor: false };
    await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy });
    await filed(the, null, {});
    const { item, ...proposal } = await onlyItem(the);
    const edit = {
      ...proposal,
      currentRevisionId: item.currentRevisionId,
      targetText: "It leaves at 3.40 p.m.",
    };
    expect(await editProposal(the.as("editor"), edit)).toMatchObject({
      ok: true,
      value: { outcome: "waits" },
    });
    const { item: edited, ...again } = await onlyItem(the);
    expect(edited.targetText).toBe("It leaves at 3.40 p.m.");
    expect(await acceptProposal(the.as("editor2"), again)).toMatchObject({ ok: true, value: { missing: 0 } });
  });

  it("of somebody without an account is accepted by one person where the policy is without four eyes", async () => {
    const policy = { ...DEFAULT_POLICY, fourEyes: false };
    await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy });
    await filed(the, null, {});
    const { item, ...proposal } = await onlyItem(the);
    expect(item.isAnonymous).toBe(true);
    expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({
      ok: true,
      value: { missing: 0 },
    });
  });

  it("never counts as accepted for one approval, even if somebody writes to the database", async () => {
    await filed(the, null, {});
    const { item } = await onlyItem(the);
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
    const items = (await queued(the)).toSorted((a, b) => (a.origin > b.origin ? -1 : 1));
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
    const { item } = await onlyItem(the);
    expect(item).toMatchObject({ conflicted: false, versionCause: "rebased" });
    expect(item.targetText).toBe("It departs daily at 3.40 p.m..");
    await acceptTogether(the, await seen(the, 1, item.id));
    await forgetLimits(the);
    const late = await filed(the, null, { wording: "3.40 p.m.", remark: "once more" });
    expect(await statusOf(the, late.token)).toMatchObject({ outcome: "accepted" });
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
    expect(await queued(the)).toEqual([]);
  });
});
