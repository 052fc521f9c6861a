import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import type { DocumentId, RevisionId } from "@/lib/core/shared/ids";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal, declineProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { ALL_MINE, listMyProposals, type MyProposals } from "@/lib/services/proposals/list-my-proposals";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { propose, seen } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const BASE = "The day train leaves at noon from the old platform.";
const NEXT = "The night train leaves at noon from the old quay.";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 9 }, (_, i) => [`Satz ${i}.`, BASE] as const));
});
afterAll(() => the.close());

const mine = async (filter: Partial<typeof ALL_MINE> = {}): Promise<MyProposals> => {
  const listed = await listMyProposals(the.as("translator"), 0, { ...ALL_MINE, ...filter });
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value;
};
const one = async (id: string) => (await mine()).items.find((item) => item.id === id);

describe("what became of one's proposals", () => {
  it("compares the author's own words with what was approved of them, also when an editor has changed them", async () => {
    const proposal = await propose(the, "translator", 0, NEXT);
    const row = await rowAt(the, 0);
    const edited = NEXT.replace("quay", "pier");
    await editProposal(the.as("editor"), {
      ...proposal,
      currentRevisionId: row.revisionId as RevisionId,
      targetText: edited,
    });
    await acceptProposal(the.as("editor2"), await seen(the, 0, proposal.proposalId));
    expect(await one(proposal.proposalId)).toMatchObject({
      state: "accepted",
      ownText: NEXT,
      approved: { text: edited, name: "editor2", isOutcome: true },
      deciderName: "editor2",
    });
    // What somebody else makes of it later is not what was approved of this proposal.
    const later = await propose(the, "translator2", 0, edited.replace("noon", "midnight"));
    await acceptProposal(the.as("editor"), later);
    expect(await one(proposal.proposalId)).toMatchObject({ approved: { text: edited, isOutcome: true } });
  });

  it("shows of a part what was approved of it", async () => {
    const proposal = await propose(the, "translator", 1, NEXT);
    const [first] = proposalHunks(BASE, NEXT, { locale: "en" }).hunks;
    const { note: _, ...part } = proposal;
    await acceptPart(the.as("editor"), { ...part, hunks: [first?.id ?? ""], note: "" });
    expect(await one(proposal.proposalId)).toMatchObject({
      state: "divided",
      ownText: NEXT,
      approved: { text: BASE.replace("day", "night"), isOutcome: true },
    });
  });

  it("shows of a declined one what is approved in its row by another way, or that nothing is", async () => {
    const proposal = await propose(the, "translator", 2, NEXT);
    await declineProposal(the.as("editor"), { ...proposal, reason: "terminology", note: "a platform" });
    expect(await one(proposal.proposalId)).toMatchObject({
      state: "declined",
      approved: null,
      decisionReason: "terminology",
      decisionNote: "a platform",
    });
    const other = await propose(the, "translator2", 2, BASE.replace("day", "night"));
    await acceptProposal(the.as("editor"), other);
    expect(await one(proposal.proposalId)).toMatchObject({
      approved: { text: BASE.replace("day", "night"), isOutcome: false },
    });
  });

  it("has nothing to compare while it is open", async () => {
    const proposal = await propose(the, "translator", 3, NEXT);
    expect(await one(proposal.proposalId)).toMatchObject({ state: "open", approved: null, ownText: NEXT });
  });
});

describe("filters", () => {
  it("finds them by standing, and counts each", async () => {
    const asked = await propose(the, "translator", 4, NEXT);
    await requestChanges(the.as("editor"), { ...asked, note: "Which quay?" });
    const back = await propose(the, "translator", 5, NEXT);
    await withdrawProposal(the.as("translator"), { proposalId: back.proposalId, version: 1 });
    const { counts, total } = await mine();
    expect(counts).toMatchObject({ attention: 1, accepted: 1, divided: 1, declined: 1, withdrawn: 1 });
    expect(counts.open + counts.accepted + counts.divided + counts.declined + counts.withdrawn).toBe(total);
    for (const standing of ["open", "attention", "accepted", "divided", "declined", "withdrawn"] as const) {
      const found = await mine({ standing });
      expect(found.total, standing).toBe(counts[standing]);
      expect(found.items.length, standing).toBe(counts[standing]);
      expect(found.counts, "whatever standing is asked for").toEqual(counts);
    }
    expect((await mine({ standing: "attention" })).items.map(({ id }) => id)).toEqual([asked.proposalId]);
    expect((await mine({ standing: "withdrawn" })).items.map(({ id }) => id)).toEqual([back.proposalId]);
  });

  it("finds them by document and by day, in the zone of the pages", async () => {
    const { documents, total } = await mine();
    expect(documents).toHaveLength(1);
    expect((await mine({ documentId: documents[0]?.id ?? null })).total).toBe(total);
    expect((await mine({ documentId: the.people.editor as unknown as DocumentId })).total).toBe(0);
    const late = await propose(the, "translator", 6, NEXT);
    // Half past eleven in the evening in London is the next day in Berlin.
    await the.db.pool.query(`UPDATE "Proposal" SET "updatedAt" = '2031-05-01T22:30:00Z' WHERE "id" = $1`, [
      late.proposalId,
    ]);
    const on = async (day: string, timeZone: string) =>
      (await mine({ from: day, to: day, timeZone })).items.map(({ id }) => id);
    expect(await on("2031-05-02", "Europe/Berlin")).toEqual([late.proposalId]);
    expect(await on("2031-05-01", "Europe/Berlin")).toEqual([]);
    expect(await on("2031-05-01", "UTC")).toEqual([late.proposalId]);
    expect((await mine({ from: "2031-05-02", timeZone: "UTC" })).total).toBe(0);
    expect((await mine({ to: "2031-04-30" })).total).toBe(total);
  });
});
