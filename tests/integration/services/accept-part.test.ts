import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import type { ProposalId } from "@/lib/core/shared/ids";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { propose, seen } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const BASE = "The night train to Trieste departs at noon from the old platform under the roof of glass.";
const NEXT = "The slow train to Trieste departs at midnight from the old platform under the roof of iron.";
const ids = (base: string, next: string) =>
  proposalHunks(base, next, { locale: "en" }).hunks.map(({ id }) => id);

describe("accepting part of a proposal", () => {
  let the: Scenario;
  beforeAll(async () => {
    the = await scenario([
      ...Array.from({ length: 12 }, () => ["Der Nachtzug.", BASE] as const),
      [
        "Anna sah es.",
        "Anna saw in the early morning that the house was empty, and when she came back in the evening Anna knew why.",
      ],
    ]);
  });
  afterAll(() => the.close());

  const stored = (id: ProposalId) => the.db.prisma.proposal.findUniqueOrThrow({ where: { id } });
  const [first, second, third] = ids(BASE, NEXT) as [string, string, string];

  it("makes the chosen changes the approved text, and the others an open proposal of the same author on it", async () => {
    const proposal = await propose(the, "translator", 0, NEXT);
    const result = await acceptPart(the.as("editor"), { ...proposal, hunks: [second] });
    if (!result.ok) throw new Error(result.error.code);
    const { revisionId, restId } = result.value;
    expect(await rowAt(the, 0)).toMatchObject({
      revisionId,
      revisionNumber: 2,
      approved: true,
      targetText: BASE.replace("noon", "midnight"),
    });
    expect(await the.db.prisma.revision.findUnique({ where: { id: revisionId } })).toMatchObject({
      authorId: the.people.translator,
      proposalId: proposal.proposalId,
    });
    expect(await stored(proposal.proposalId)).toMatchObject({ state: "divided", targetText: NEXT });
    expect(await stored(restId as ProposalId)).toMatchObject({
      state: "open",
      version: 1,
      targetText: NEXT,
      baseRevisionId: revisionId,
      authorId: the.people.translator,
      fromProposalId: proposal.proposalId,
    });
    const decisions = await the.db.prisma.decision.findMany({ where: { proposalId: proposal.proposalId } });
    expect(decisions).toMatchObject([
      {
        kind: "accept_part",
        hunks: [second],
        textHash: proposal.seen.textHash,
        revisionId,
        actorId: the.people.editor,
      },
    ]);
    const events = await the.db.prisma.event.findMany({
      where: { subjectId: { in: [proposal.proposalId, restId as string] } },
      orderBy: { sequence: "asc" },
    });
    expect(events.map(({ type }) => type)).toEqual([
      "proposal.created",
      "proposal.accepted-in-part",
      "proposal.left-over",
    ]);
  });

  it("goes on with what is left, change by change, until the text is what was proposed", async () => {
    let proposal = await propose(the, "translator", 1, NEXT);
    const kept = await createProposal(the.as("translator2"), {
      segmentId: (await rowAt(the, 1)).id,
      baseRevisionId: proposal.seen.baseRevisionId,
      targetText: BASE.replace("platform", "quay"),
      comment: "A harbour.",
      reason: "style",
      idempotencyKey: crypto.randomUUID(),
    });
    for (const by of ["editor", "editor2", "editor"] as const) {
      const { targetText } = await rowAt(the, 1);
      const result = await acceptPart(the.as(by), { ...proposal, hunks: ids(targetText, NEXT).slice(-1) });
      if (!result.ok) throw new Error(result.error.code);
      if (result.value.restId) proposal = await seen(the, 1, result.value.restId);
    }
    expect((await rowAt(the, 1)).targetText).toBe(NEXT);
    const rival = kept.ok ? await stored(kept.value.id) : null;
    expect(rival).toMatchObject({ state: "open", version: 4, targetText: NEXT.replace("platform", "quay") });
  });

  it("accepts linked changes together, and the whole if all were chosen", async () => {
    const base = (await rowAt(the, 12)).targetText;
    const all = base.replaceAll("Anna", "Hanna").replace("house", "home");
    const proposal = await propose(the, "translator", 12, all);
    const hunks = proposalHunks(base, all, { locale: "en" }).hunks;
    const linked = hunks.filter((hunk) => hunk.linked.length > 0);
    expect(linked).toHaveLength(2);
    const part = await acceptPart(the.as("editor"), { ...proposal, hunks: [linked[1]?.id ?? ""] });
    expect((await rowAt(the, 12)).targetText).toBe(base.replaceAll("Anna", "Hanna"));
    const rest = await seen(the, 12, (part.ok && part.value.restId) as ProposalId);
    const last = ids((await rowAt(the, 12)).targetText, all);
    expect(await acceptPart(the.as("editor"), { ...rest, hunks: last })).toMatchObject({
      ok: true,
      value: { restId: null },
    });
    expect(await stored(rest.proposalId)).toMatchObject({ state: "accepted" });
    expect((await rowAt(the, 12)).targetText).toBe(all);
  });

  it("writes nothing, and gives both texts, if the proposal or the text is not as it was seen", async () => {
    const proposal = await propose(the, "translator", 2, NEXT);
    const stale = { ...proposal, seen: { ...proposal.seen, textHash: "0".repeat(64) } };
    const refused = { currentText: BASE, proposedText: NEXT };
    expect(await acceptPart(the.as("editor"), { ...stale, hunks: [first] })).toEqual({
      ok: false,
      error: { code: "changed-meanwhile", ...refused },
    });
    expect(await acceptPart(the.as("editor"), { ...proposal, hunks: [first, "0-1-abc"] })).toEqual({
      ok: false,
      error: { code: "changed-meanwhile", ...refused },
    });
    expect(await acceptPart(the.as("editor"), { ...proposal, hunks: [] })).toEqual({
      ok: false,
      error: { code: "nothing-chosen" },
    });
    expect(await rowAt(the, 2)).toMatchObject({ targetText: BASE, revisionNumber: 1 });
    await acceptPart(the.as("editor2"), { ...proposal, hunks: [third] });
    expect(await acceptPart(the.as("editor"), { ...proposal, hunks: [first] })).toEqual({
      ok: false,
      error: { code: "not-open", currentText: BASE.replace("glass", "iron"), proposedText: NEXT },
    });
  });

  it("keeps four eyes, also over what is left", async () => {
    const own = await propose(the, "editor", 3, NEXT);
    const refused = { ok: false, error: { code: "own-words" } };
    expect(await acceptPart(the.as("editor"), { ...own, hunks: [first] })).toEqual(refused);
    const part = await acceptPart(the.as("editor2"), { ...own, hunks: [first] });
    const rest = await seen(the, 3, (part.ok && part.value.restId) as ProposalId);
    expect(await acceptProposal(the.as("editor"), rest)).toEqual(refused);
    expect(await acceptProposal(the.as("editor2"), rest)).toMatchObject({ ok: true });
    expect((await rowAt(the, 3)).targetText).toBe(NEXT);
  });

  it("lets the author go on with what is left", async () => {
    const proposal = await propose(the, "translator", 4, NEXT);
    const part = await acceptPart(the.as("editor"), { ...proposal, hunks: [first] });
    if (!part.ok || !part.value.restId) throw new Error("no rest");
    const revised = await reviseProposal(the.as("translator"), {
      proposalId: part.value.restId,
      version: 1,
      baseRevisionId: part.value.revisionId,
      targetText: NEXT.replace("iron", "steel"),
      comment: "",
      reason: null,
    });
    expect(revised).toMatchObject({ ok: true, value: { version: 2 } });
  });
});
