import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProposalId } from "@/lib/core/shared/ids";
import { inTransaction } from "@/lib/db/client";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { followMove } from "@/lib/services/proposals/follow-move";
import { listMyProposals } from "@/lib/services/proposals/list-my-proposals";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { propose, seen } from "@/tests/support/acts";
import { NOW, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const TEXT = "The night train to Trieste departs at noon from the old platform under the roof of glass.";
const THEIRS = TEXT.replace("noon", "midnight");
const OURS = TEXT.replace("roof of glass", "glass roof");
const BOTH = THEIRS.replace("roof of glass", "glass roof");

describe("open proposals when the text moves", () => {
  let the: Scenario;
  beforeAll(async () => {
    the = await scenario(Array.from({ length: 20 }, () => ["Der Nachtzug.", TEXT] as const));
  });
  afterAll(() => the.close());

  const stored = (id: ProposalId) => the.db.prisma.proposal.findUniqueOrThrow({ where: { id } });
  const openAt = async (index: number) => {
    const detail = await readSegment(the.as("editor"), (await rowAt(the, index)).id);
    if (!detail.ok) throw new Error(detail.error.code);
    return detail.value.proposals;
  };

  it("rebases a proposal whose words nobody else changed, and keeps it as it was written", async () => {
    const first = await propose(the, "translator", 0, THEIRS);
    const other = await propose(the, "translator2", 0, OURS);
    expect(await acceptProposal(the.as("editor"), first)).toMatchObject({ ok: true });
    const row = await rowAt(the, 0);
    expect(await openAt(0)).toMatchObject([
      {
        id: other.proposalId,
        version: 2,
        targetText: BOTH,
        baseText: THEIRS,
        baseRevisionId: row.revisionId,
        conflicted: false,
        versionCause: "rebased",
        asWritten: { baseText: TEXT, targetText: OURS },
      },
    ]);
    const event = await the.db.prisma.event.findFirst({
      where: { subjectId: other.proposalId, type: "proposal.rebased" },
    });
    expect(event).toMatchObject({
      actor: `user:${the.people.editor}`,
      payload: { version: 2, baseRevisionId: row.revisionId },
    });
  });

  it("does not let a look at the earlier version approve the rebased one", async () => {
    const first = await propose(the, "translator", 1, THEIRS);
    const other = await propose(the, "translator2", 1, OURS);
    await acceptProposal(the.as("editor"), first);
    expect(await acceptProposal(the.as("editor2"), other)).toEqual({
      ok: false,
      error: { code: "changed-meanwhile", currentText: THEIRS, proposedText: BOTH },
    });
    expect(await acceptProposal(the.as("editor2"), await seen(the, 1, other.proposalId))).toMatchObject({
      ok: true,
    });
    expect((await rowAt(the, 1)).targetText).toBe(BOTH);
  });

  it("closes a proposal that the text contains, also one of the person who moved it, and tells its author", async () => {
    const first = await propose(the, "translator", 2, THEIRS);
    const same = await propose(the, "editor", 2, THEIRS);
    const part = await propose(the, "translator2", 2, THEIRS);
    await acceptProposal(the.as("editor"), first);
    expect(await openAt(2)).toEqual([]);
    for (const { proposalId } of [same, part]) {
      expect(await stored(proposalId)).toMatchObject({
        state: "contained",
        version: 1,
        targetText: THEIRS,
        decidedById: the.people.editor,
      });
    }
    const mine = await listMyProposals(the.as("translator2"), 0);
    expect(mine.ok && mine.value.items.find(({ id }) => id === part.proposalId)).toMatchObject({
      state: "contained",
      deciderName: "editor",
    });
    expect(await the.db.prisma.decision.count({ where: { proposalId: part.proposalId } })).toBe(0);
  });

  it("leaves a proposal that changes the same words to people, untouched", async () => {
    const first = await propose(the, "translator", 3, THEIRS);
    const other = await propose(the, "translator2", 3, TEXT.replace("noon", "dusk"));
    await acceptProposal(the.as("editor"), first);
    expect(await openAt(3)).toMatchObject([
      { id: other.proposalId, version: 1, conflicted: true, versionCause: "written", asWritten: null },
    ]);
  });

  it("does nothing more when it is called again", async () => {
    const first = await propose(the, "translator", 4, THEIRS);
    const other = await propose(the, "translator2", 4, OURS);
    await acceptProposal(the.as("editor"), first);
    const { segmentId } = await stored(other.proposalId);
    const again = await inTransaction(the.db, (tx) =>
      followMove(tx, segmentId as never, the.people.editor, NOW),
    );
    expect(again).toEqual({ rebased: [], contained: [], overlapping: [] });
    expect(await stored(other.proposalId)).toMatchObject({ version: 2 });
  });

  it("brings along a proposal that arrives late, and a late change of one", async () => {
    const row = await rowAt(the, 5);
    const first = await propose(the, "translator", 5, THEIRS);
    await acceptProposal(the.as("editor"), first);
    const words = { baseRevisionId: row.revisionId, comment: "", reason: null } as const;
    const late = await createProposal(the.as("translator2"), {
      ...words,
      segmentId: row.id,
      targetText: OURS,
      idempotencyKey: randomUUID(),
    });
    expect(late).toMatchObject({ ok: true, value: { version: 2, conflicted: false } });
    if (!late.ok) return;
    const revised = await reviseProposal(the.as("translator2"), {
      ...words,
      proposalId: late.value.id,
      version: 2,
      targetText: TEXT.replace("old platform", "new platform"),
    });
    expect(revised).toMatchObject({ ok: true, value: { version: 4 } });
    expect(await openAt(5)).toMatchObject([
      { targetText: THEIRS.replace("old platform", "new platform"), conflicted: false },
    ]);
    const versions = await the.db.prisma.proposalVersion.findMany({
      where: { proposalId: late.value.id },
      orderBy: { version: "asc" },
    });
    expect(versions.map(({ cause, targetText }) => [cause, targetText])).toEqual([
      ["written", OURS],
      ["rebased", BOTH],
      ["written", TEXT.replace("old platform", "new platform")],
    ]);
  });

  it("refuses, in the database, a change of words that does not raise the version", async () => {
    const { proposalId } = await propose(the, "translator", 6, THEIRS);
    const row = await stored(proposalId);
    await expect(
      the.db.pool.query(
        `UPDATE "Proposal" SET "targetText" = 'x', "textHash" = encode(sha256('x'), 'hex') WHERE "id" = $1`,
        [row.id],
      ),
    ).rejects.toMatchObject({ code: "GL004" });
  });
});
