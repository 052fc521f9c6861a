import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import type { ProposalId } from "@/lib/core/shared/ids";
import { appendPolicy } from "@/lib/db/policies";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { listOpenQueue } from "@/lib/services/proposals/list-proposals";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { check } from "@/tests/fault/check";
import { propose, seen } from "@/tests/support/acts";
import { brokenProposals } from "@/tests/support/proposal-invariants";
import { RACE_ROUNDS as ROUNDS } from "@/tests/support/race-rounds";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const BASE = "The night train to Trieste departs at noon from the old platform.";
const NEXT = BASE.replace("noon", "midnight");
const EDITED = BASE.replace("noon", "twelve at night");

/** Puts a policy in force that differs from the defaults in this. */
async function inForce(the: Scenario, number: number, policy: Partial<typeof DEFAULT_POLICY>) {
  const change = { changedById: the.people.admin, at: new Date() };
  expect(
    await appendPolicy(the.db.pool, the.projectId, number, { ...DEFAULT_POLICY, ...policy }, change),
  ).toBe(true);
}

describe("editing a proposal under a policy of the project", () => {
  let the: Scenario;
  beforeAll(async () => {
    the = await scenario(Array.from({ length: 5 }, () => ["Der Nachtzug.", BASE] as const));
  });
  afterAll(() => the.close());

  it("accepts an editor's change at once where no second editor is asked for, and the decision says so", async () => {
    await inForce(the, 0, { secondEditor: false });
    const proposal = await propose(the, "translator", 0, NEXT);
    const { revisionId } = await rowAt(the, 0);
    const edit = { ...proposal, targetText: EDITED, currentRevisionId: revisionId };
    expect(await editProposal(the.as("editor"), edit)).toMatchObject({
      ok: true,
      value: { outcome: "accepted", missing: 0 },
    });
    expect(await rowAt(the, 0)).toMatchObject({ targetText: EDITED, approved: true });
    const decisions = await the.db.prisma.decision.findMany({ where: { proposalId: proposal.proposalId } });
    expect(decisions).toMatchObject([{ kind: "accept", ownWords: true, policyNumber: 1 }]);
    const contributors = await the.db.prisma.proposalContributor.count({
      where: { proposalId: proposal.proposalId, userId: the.people.editor },
    });
    expect(contributors).toBe(1);
  });

  it("does not let authors or importers do without a second person by editing", async () => {
    const own = await propose(the, "editor", 1, NEXT);
    const { revisionId } = await rowAt(the, 1);
    const edit = { ...own, targetText: EDITED, currentRevisionId: revisionId };
    expect(await editProposal(the.as("editor"), edit)).toMatchObject({ value: { outcome: "waits" } });
    const foreign = await propose(the, "translator", 2, NEXT);
    const byImporter = {
      ...foreign,
      targetText: EDITED,
      currentRevisionId: (await rowAt(the, 2)).revisionId,
    };
    expect(await editProposal(the.as("importer"), byImporter)).toMatchObject({ value: { outcome: "waits" } });
  });

  it("is the other version that somebody asked for, and is in the queue again for a second editor", async () => {
    await inForce(the, 1, {});
    const proposal = await propose(the, "translator", 4, NEXT);
    const asked = await requestChanges(the.as("editor2"), { ...proposal, note: "Which night?" });
    expect(asked).toMatchObject({ ok: true });
    const edit = { ...proposal, targetText: EDITED, currentRevisionId: (await rowAt(the, 4)).revisionId };
    expect(await editProposal(the.as("editor"), edit)).toMatchObject({ value: { outcome: "waits" } });
    const queue = await listOpenQueue(the.as("editor2"), 0);
    expect(queue.ok && queue.value.items.map(({ id }) => id)).toContain(proposal.proposalId);
    expect(await acceptProposal(the.as("editor2"), await seen(the, 4, proposal.proposalId))).toMatchObject({
      ok: true,
    });
  });

  it("waits, and accepts no part, where several approvals are asked for", async () => {
    await inForce(the, 2, { secondEditor: false, approvals: 2 });
    const proposal = await propose(the, "translator", 3, NEXT.replace("old", "new"));
    const part = { ...proposal, hunks: ["0-1-x"] };
    expect(await acceptPart(the.as("editor"), part)).toEqual({ ok: false, error: { code: "whole-only" } });
    const edit = { ...proposal, targetText: EDITED, currentRevisionId: (await rowAt(the, 3)).revisionId };
    expect(await editProposal(the.as("editor"), edit)).toMatchObject({ value: { outcome: "waits" } });
    const same = await seen(the, 3, proposal.proposalId);
    const approve = { ...same, targetText: EDITED, currentRevisionId: edit.currentRevisionId };
    expect(await editProposal(the.as("editor2"), approve)).toMatchObject({
      ok: true,
      value: { outcome: "accepted", missing: 1 },
    });
  });
});

describe("editing a proposal while deciding", () => {
  let the: Scenario;
  beforeAll(async () => {
    the = await scenario(Array.from({ length: 10 + ROUNDS }, () => ["Der Nachtzug.", BASE] as const));
  });
  afterAll(() => the.close());

  const stored = (id: ProposalId) =>
    the.db.prisma.proposal.findUniqueOrThrow({
      where: { id },
      include: { contributors: true, earlier: true },
    });
  const on = async (index: number, proposal: Awaited<ReturnType<typeof propose>>, targetText: string) => ({
    ...proposal,
    targetText,
    currentRevisionId: (await rowAt(the, index)).revisionId,
  });

  it("makes the editor a contributor, keeps the author's words, and waits for a second editor", async () => {
    const proposal = await propose(the, "translator", 0, NEXT);
    const edit = await editProposal(the.as("editor"), await on(0, proposal, EDITED));
    expect(edit).toEqual({ ok: true, value: { outcome: "waits", version: 2 } });
    expect(await stored(proposal.proposalId)).toMatchObject({
      state: "open",
      targetText: EDITED,
      versionCause: "edited",
      versionById: the.people.editor,
      authorId: the.people.translator,
      earlier: [{ version: 1, targetText: NEXT, cause: "written", byId: null }],
    });
    const now = await seen(the, 0, proposal.proposalId);
    expect(await acceptProposal(the.as("editor"), now)).toEqual({ ok: false, error: { code: "own-words" } });
    expect(await acceptProposal(the.as("translator"), now)).toMatchObject({ error: { code: "not-allowed" } });
    expect(await acceptProposal(the.as("editor2"), now)).toMatchObject({ ok: true });
    expect((await rowAt(the, 0)).targetText).toBe(EDITED);
  });

  it("is an acceptance where nothing was changed", async () => {
    const proposal = await propose(the, "translator", 1, NEXT);
    const edit = await editProposal(the.as("editor"), await on(1, proposal, NEXT));
    expect(edit).toMatchObject({ ok: true, value: { outcome: "accepted" } });
    expect(await rowAt(the, 1)).toMatchObject({ targetText: NEXT, approved: true });
    const own = await propose(the, "editor", 2, NEXT);
    expect(await editProposal(the.as("editor"), await on(2, own, NEXT))).toEqual({
      ok: false,
      error: { code: "own-words" },
    });
  });

  it("brings a proposal that overlaps onto the current text, for a second editor", async () => {
    const first = await propose(the, "translator", 3, NEXT);
    const other = await propose(the, "translator2", 3, BASE.replace("noon", "dusk"));
    await acceptProposal(the.as("editor"), first);
    const late = await seen(the, 3, other.proposalId);
    const edit = await editProposal(the.as("editor"), await on(3, late, BASE.replace("noon", "dusk")));
    expect(edit).toEqual({ ok: true, value: { outcome: "waits", version: 2 } });
    const { revisionId } = await rowAt(the, 3);
    expect(await stored(other.proposalId)).toMatchObject({ baseRevisionId: revisionId });
    const now = await seen(the, 3, other.proposalId);
    expect(await acceptProposal(the.as("editor2"), now)).toMatchObject({ ok: true });
  });

  it("writes nothing if the proposal or the text is not as it was seen, or the text would stay as it is", async () => {
    const proposal = await propose(the, "translator", 4, NEXT);
    const edit = await on(4, proposal, EDITED);
    const { revisionId } = await rowAt(the, 0);
    const texts = { currentText: BASE, proposedText: NEXT };
    expect(await editProposal(the.as("editor"), { ...edit, currentRevisionId: revisionId })).toEqual({
      ok: false,
      error: { code: "changed-meanwhile", ...texts },
    });
    const stale = { ...edit, seen: { ...edit.seen, version: 2 } };
    expect(await editProposal(the.as("editor"), stale)).toMatchObject({ error: texts });
    expect(await editProposal(the.as("editor"), { ...edit, targetText: BASE })).toEqual({
      ok: false,
      error: { code: "unchanged" },
    });
    expect(await editProposal(the.as("editor"), { ...edit, targetText: "a\0b" })).toMatchObject({
      error: { code: "nul", field: "targetText" },
    });
    expect(await stored(proposal.proposalId)).toMatchObject({ version: 1, contributors: [{}] });
  });

  it(`keeps every word when an editor edits, another accepts and the author revises, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const index = 10 + round;
      const proposal = await propose(the, "translator", index, NEXT);
      const edit = await on(index, proposal, EDITED);
      const results = await Promise.all([
        editProposal(the.as("editor"), edit),
        acceptProposal(the.as("editor2"), proposal),
        reviseProposal(the.as("translator"), {
          proposalId: proposal.proposalId,
          version: 1,
          baseRevisionId: edit.currentRevisionId,
          targetText: BASE.replace("noon", "dawn"),
          comment: "",
          reason: null,
        }),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      const { targetText, earlier, contributors } = await stored(proposal.proposalId);
      const words = [targetText, ...earlier.map((version) => version.targetText)];
      expect(words).toContain(NEXT);
      if (results[0].ok) {
        expect(words).toContain(EDITED);
        expect(contributors.map(({ userId }) => userId)).toContain(the.people.editor);
      } else expect(contributors).toHaveLength(1);
      expect((await rowAt(the, index)).targetText).toBe(results[1].ok ? NEXT : BASE);
    }
    expect(await brokenProposals(the)).toEqual([]);
    expect(await check(the.url)).toEqual([]);
  });
});
