import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { listMyProposals } from "@/lib/services/proposals/list-my-proposals";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { readDiscussion } from "@/lib/services/threads/read-discussion";
import { check } from "@/tests/fault/check";
import { comment, propose, seen, taken } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { undoable } from "@/tests/support/undoable";

const LONG = "The old bell of the village rings every day in the tower.";
const BETTER = "The new bell of the village rings every day in the church.";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 40 }, (_, i) => [`Satz ${i}.`, LONG] as const));
});
afterAll(() => the.close());
const { undo, history } = undoable(() => the);

describe("undoing the acceptance of a part", () => {
  const takeFirst = async (index: number) => {
    const proposal = await propose(the, "translator", index, BETTER);
    const { hunks } = proposalHunks(LONG, BETTER, { locale: "en" });
    const done = await acceptPart(the.as("editor"), { ...proposal, hunks: [hunks[0]?.id ?? ""] });
    if (!done.ok || !done.value.restId) throw new Error(done.ok ? "no rest" : done.error.code);
    return { ...proposal, ...done.value, restId: done.value.restId };
  };

  it("puts the part back into the proposal, which is whole and open again on the text before", async () => {
    const { decisionId, proposalId, restId } = await takeFirst(15);
    expect((await rowAt(the, 15)).targetText).toBe(LONG.replace("old", "new"));
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true, value: { kind: "accept-part" } });
    expect(await rowAt(the, 15)).toMatchObject({ targetText: LONG, approved: false });
    expect((await history(15)).proposals).toMatchObject([{ id: proposalId, targetText: BETTER }]);
    const rest = await the.db.prisma.proposal.findUniqueOrThrow({ where: { id: restId } });
    expect(rest.state).toBe("rejoined");
    const events = await the.db.prisma.event.findMany({
      where: { subjectId: restId, type: "proposal.rejoined" },
    });
    expect(events.map(({ payload }) => payload)).toMatchObject([{ proposalId }]);
    expect(await acceptProposal(the.as("editor2"), await seen(the, 15, proposalId))).toMatchObject({
      ok: true,
    });
  });

  it("lets a part be accepted again, and again", async () => {
    const first = await takeFirst(18);
    expect(await undo("editor", first.decisionId)).toMatchObject({ ok: true });
    for (let round = 0; round < 2; round++) {
      const { hunks } = proposalHunks(LONG, BETTER, { locale: "en" });
      const proposal = await seen(the, 18, first.proposalId);
      const done = await acceptPart(the.as("editor"), { ...proposal, hunks: [hunks[0]?.id ?? ""] });
      if (!done.ok) throw new Error(done.error.code);
      expect(await undo("editor", done.value.decisionId)).toMatchObject({ ok: true });
    }
    expect(await rowAt(the, 18)).toMatchObject({ targetText: LONG });
    expect(await check(the.url)).toEqual([]);
  });

  it("tells the author nothing of what was left meanwhile, and shows what was said about it", async () => {
    const { decisionId, proposalId, restId } = await takeFirst(19);
    await comment(the, "editor", await seen(the, 19, restId), "Why the church?");
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true });
    const mine = await listMyProposals(the.as("translator"), 0);
    const ids = mine.ok ? mine.value.items.map(({ id }) => id) : [];
    expect([ids.includes(proposalId), ids.includes(restId)]).toEqual([true, false]);
    expect((await history(19)).decided.map(({ id }) => id)).not.toContain(restId);
    expect((await history(19)).proposals).toMatchObject([{ id: proposalId, comments: 1 }]);
    const said = await readDiscussion(the.as("translator"), proposalId);
    expect(said.ok && said.value.threads[0]?.comments).toMatchObject([{ text: "Why the church?" }]);
  });

  it("goes back step by step: the rest first, then the part", async () => {
    const { decisionId, proposalId, restId } = await takeFirst(25);
    const whole = taken(await acceptProposal(the.as("editor"), await seen(the, 25, restId)));
    expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "moved-on" } });
    expect(await undo("editor", whole)).toMatchObject({ ok: true });
    expect((await history(25)).undoable.map((one) => one.decisionId)).toEqual([decisionId]);
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true });
    expect(await rowAt(the, 25)).toMatchObject({ targetText: LONG, approved: false, revisionNumber: 5 });
    expect((await history(25)).proposals).toMatchObject([
      { id: proposalId, targetText: BETTER, conflicted: false },
    ]);
    expect(await check(the.url)).toEqual([]);
  });

  it("is refused once the author has changed the rest", async () => {
    const { decisionId, restId } = await takeFirst(26);
    const { seen: rest } = await seen(the, 26, restId);
    await reviseProposal(the.as("translator"), {
      proposalId: restId,
      version: rest.version,
      baseRevisionId: rest.baseRevisionId,
      targetText: `${BETTER} Always.`,
      comment: "",
      reason: null,
    });
    expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "moved-on" } });
  });

  it("is refused once the rest was decided", async () => {
    const { decisionId, restId } = await takeFirst(16);
    const rest = await seen(the, 16, restId);
    expect(await declineProposal(the.as("editor2"), { ...rest, reason: "style" })).toMatchObject({
      ok: true,
    });
    expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "decided-since" } });
  });
});
