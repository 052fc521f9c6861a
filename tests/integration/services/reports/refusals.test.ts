import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { READERS_ID } from "@/lib/core/access/roles";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { answerReport } from "@/lib/services/reports/answer-report";
import { fileReport } from "@/lib/services/reports/file-report";
import { listUsers } from "@/lib/services/users/manage-users";
import { filed, publish, queued, report, statusOf, waiting } from "@/tests/support/reports";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeEach(async () => {
  await the?.close();
  the = await scenario();
  await publish(the);
});
afterAll(() => the.close());

describe("protection", () => {
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
    expect(await queued(the)).toEqual([]);
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
    for (const token of ["", "x", "%", "a".repeat(24), "{}"])
      expect(await statusOf(the, token)).toBe("not-found");
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
    expect(await queued(the)).toHaveLength(2);
  });
});
