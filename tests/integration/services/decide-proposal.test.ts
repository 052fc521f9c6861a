import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { propose } from "@/tests/support/acts";
import { PEOPLE, type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

describe("deciding on a proposal", () => {
  let the: Scenario;
  beforeAll(async () => {
    the = await scenario(Array.from({ length: 40 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const));
  });
  afterAll(() => the.close());

  const events = async (subjectId: string) =>
    (await the.db.prisma.event.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } })).map(
      (e) => e.type,
    );

  it("makes an accepted proposal the current, approved text, with one revision, one decision and one event", async () => {
    const proposal = await propose(the, "translator", 0, "Sentence zero.");
    const result = await acceptProposal(the.as("editor"), proposal);
    expect(result).toMatchObject({ ok: true });
    expect(await rowAt(the, 0)).toMatchObject({
      targetText: "Sentence zero.",
      approved: true,
      origin: "human",
      revisionNumber: 2,
    });
    expect(await events(proposal.proposalId)).toEqual(["proposal.created", "proposal.accepted"]);
    expect(await the.db.prisma.decision.count({ where: { proposalId: proposal.proposalId } })).toBe(1);
  });

  it("declines only with a reason, which the author reads", async () => {
    const proposal = await propose(the, "translator", 1, "Sentence uno.");
    expect(await declineProposal(the.as("editor"), { ...proposal, note: "  " })).toEqual({
      ok: false,
      error: { code: "reason-required" },
    });
    expect(await declineProposal(the.as("editor"), { ...proposal, note: "English, please." })).toMatchObject({
      ok: true,
    });
    const detail = await readSegment(the.as("translator"), (await rowAt(the, 1)).id);
    expect(detail).toMatchObject({
      value: {
        decided: [{ state: "declined", decisionNote: "English, please.", deciderName: "editor", mine: true }],
      },
    });
    expect((await rowAt(the, 1)).targetText).toBe("Sentence 1.");
  });

  it("writes nothing and shows both texts when the paragraph changed meanwhile", async () => {
    const late = await propose(the, "translator2", 2, "Second thoughts.");
    const early = await propose(the, "translator", 2, "Sentence two.");
    expect(await acceptProposal(the.as("editor"), early)).toMatchObject({ ok: true });
    expect(await acceptProposal(the.as("editor2"), late)).toEqual({
      ok: false,
      error: { code: "conflict", currentText: "Sentence two.", proposedText: "Second thoughts." },
    });
    expect((await rowAt(the, 2)).targetText).toBe("Sentence two.");
    expect(await declineProposal(the.as("editor2"), { ...late, note: "Overtaken." })).toMatchObject({
      ok: true,
    });
  });

  it("binds to the version that was seen: a proposal revised between look and click is not decided", async () => {
    const before = await propose(the, "translator", 3, "Sentence three.");
    const row = await rowAt(the, 3);
    const revised = await reviseProposal(the.as("translator"), {
      proposalId: before.proposalId,
      version: 1,
      baseRevisionId: row.revisionId,
      targetText: "Something else entirely.",
      comment: "",
      reason: null,
    });
    expect(revised).toMatchObject({ ok: true, value: { version: 2 } });
    const unchanged = {
      baseRevisionId: row.revisionId,
      targetText: row.targetText,
      comment: "",
      reason: null,
    };
    expect(
      await reviseProposal(the.as("translator"), { proposalId: before.proposalId, version: 2, ...unchanged }),
    ).toEqual({ ok: false, error: { code: "unchanged" } });
    expect(await acceptProposal(the.as("editor"), before)).toMatchObject({
      ok: false,
      error: { code: "changed-meanwhile", proposedText: "Something else entirely." },
    });
  });

  it("stores a proposal that is sent twice with one key once", async () => {
    const row = await rowAt(the, 4);
    const input = {
      segmentId: row.id,
      baseRevisionId: row.revisionId,
      targetText: "Sentence four.",
      comment: "",
      reason: null,
      idempotencyKey: randomUUID(),
    };
    const [first, second] = [
      await createProposal(the.as("translator"), input),
      await createProposal(the.as("translator"), input),
    ];
    expect(second).toEqual(first);
    expect(await the.db.prisma.proposal.count({ where: { segmentId: row.id } })).toBe(1);
    expect(
      await createProposal(the.as("translator"), { ...input, idempotencyKey: randomUUID() }),
    ).toMatchObject({
      error: { code: "already-open" },
    });
  });

  it("keeps a text byte for byte and refuses NUL, lone surrogates and a text that changes nothing", async () => {
    const row = await rowAt(the, 5);
    const send = (targetText: string) =>
      createProposal(the.as("translator"), {
        segmentId: row.id,
        baseRevisionId: row.revisionId,
        targetText,
        comment: "",
        reason: null,
        idempotencyKey: randomUUID(),
      });
    expect(await send("a\0b")).toMatchObject({ error: { code: "nul", field: "targetText" } });
    expect(await send("a\ud800b")).toMatchObject({ error: { code: "lone-surrogate" } });
    expect(await send(row.targetText)).toMatchObject({ error: { code: "unchanged" } });
    const odd = " \u00a0e\u0301 \u202e<script>\u200d 𝒳\r\n\ttail ";
    expect(await send(odd)).toMatchObject({ ok: true });
    const detail = await readSegment(the.as("editor"), row.id);
    expect(detail.ok && detail.value.proposals[0]?.targetText).toBe(odd);
  });

  describe("four eyes", () => {
    it.each(Object.keys(PEOPLE) as PersonName[])("%s never decides on their own words", async (name) => {
      const role = PEOPLE[name];
      if (role === null || role === "reader") return;
      const index = 6 + Object.keys(PEOPLE).indexOf(name);
      const own = await propose(the, name, index, `Words of ${name}.`);
      const expected = role === "translator" ? "not-allowed" : "own-words";
      expect(await acceptProposal(the.as(name), own)).toMatchObject({ error: { code: expected } });
      expect(await declineProposal(the.as(name), { ...own, note: "No." })).toMatchObject({
        error: { code: expected },
      });
      await expect(
        the.db.pool.query(
          `INSERT INTO "Decision" ("kind", "segmentId", "proposalId", "revisionId", "textHash", "actorId")
           SELECT 'accept', "segmentId", "id", "baseRevisionId", "textHash", "authorId" FROM "Proposal" WHERE "id" = $1`,
          [own.proposalId],
        ),
      ).rejects.toMatchObject({ code: "GL002" });
      await expect(
        the.db.pool.query(
          `UPDATE "Proposal" SET "state" = 'accepted', "decidedById" = "authorId", "decidedAt" = now() WHERE "id" = $1`,
          [own.proposalId],
        ),
      ).rejects.toMatchObject({ code: "GL002" });
    });

    it("refuses the importer of the machine text, also for approval as it stands", async () => {
      const other = await propose(the, "translator", 20, "A better twenty.");
      expect(await acceptProposal(the.as("importer"), other)).toMatchObject({ error: { code: "own-words" } });
      const row = await rowAt(the, 21);
      const look = { segmentId: row.id, revisionId: row.revisionId, textHash: row.textHash };
      expect(await approveSegment(the.as("importer"), look)).toMatchObject({ error: { code: "own-words" } });
      expect(await approveSegment(the.as("editor"), look)).toMatchObject({ ok: true });
      expect(await approveSegment(the.as("editor2"), look)).toMatchObject({
        error: { code: "changed-meanwhile" },
      });
    });

    it("still holds for somebody who wrote as a translator and is an editor by now", async () => {
      const own = await propose(the, "translator2", 22, "Promoted words.");
      await the.db.pool.query(`UPDATE "Membership" SET "role" = 'editor' WHERE "userId" = $1`, [
        the.people.translator2,
      ]);
      expect(await acceptProposal(the.as("translator2"), own)).toMatchObject({
        error: { code: "own-words" },
      });
      await the.db.pool.query(`UPDATE "Membership" SET "role" = 'translator' WHERE "userId" = $1`, [
        the.people.translator2,
      ]);
    });
  });

  it("lets only the author withdraw, and nobody decide afterwards", async () => {
    const proposal = await propose(the, "translator", 30, "Thirty, perhaps.");
    const withdrawal = { proposalId: proposal.proposalId, version: 1 };
    expect(await withdrawProposal(the.as("translator2"), withdrawal)).toMatchObject({
      error: { code: "changed-meanwhile" },
    });
    expect(await withdrawProposal(the.as("translator"), withdrawal)).toEqual({ ok: true, value: null });
    expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({ error: { code: "not-open" } });
  });

  it("keeps revisions, decisions and events from being rewritten, whoever asks the database", async () => {
    for (const table of ["Revision", "Decision", "Event"]) {
      await expect(the.db.pool.query(`DELETE FROM "${table}"`)).rejects.toMatchObject({ code: "GL001" });
      await expect(the.db.pool.query(`TRUNCATE "${table}" CASCADE`)).rejects.toMatchObject({ code: "GL001" });
    }
    await expect(the.db.pool.query(`UPDATE "Revision" SET "targetText" = 'x'`)).rejects.toMatchObject({
      code: "GL001",
    });
  });
});
