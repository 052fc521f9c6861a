import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_POLICY, type Policy } from "@/lib/core/policy/policy";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import { findPolicy } from "@/lib/db/policies";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { takeBackApproval } from "@/lib/services/proposals/take-back-approval";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { readArticle } from "@/lib/services/publications/read-articles";
import { readSitemap } from "@/lib/services/publications/read-sitemap";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { check } from "@/tests/fault/check";
import { propose, seen, taken } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 80 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const));
});
afterAll(() => the.close());

async function inForce(change: Partial<Policy>) {
  const { number } = await findPolicy(the.db.pool, the.projectId);
  const policy = { ...DEFAULT_POLICY, ...change };
  const changed = await changePolicy(the.as("admin"), { projectId: the.projectId, seen: number, policy });
  expect(changed).toEqual({ ok: true, value: { number: number + 1 } });
}

const look = async (index: number) => {
  const { id: segmentId, revisionId, textHash } = await rowAt(the, index);
  return { segmentId, revisionId, textHash };
};
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "done" : result.error?.code);

describe("changing the policy", () => {
  it("appends a version, and an event that tells of both", async () => {
    await inForce({ leastApproved: 10 });
    const event = await the.db.prisma.event.findFirstOrThrow({ where: { type: "project.policy-changed" } });
    expect(event.payload).toMatchObject({
      before: { number: 0, leastApproved: 0 },
      after: { number: 1, leastApproved: 10 },
    });
    await inForce({});
  });

  it("lets exactly one of two who saw the same policy change it, 30 times", async () => {
    for (let round = 0; round < 30; round++) {
      const { number } = await findPolicy(the.db.pool, the.projectId);
      const change = { projectId: the.projectId, seen: number, policy: DEFAULT_POLICY };
      const results = await Promise.all([
        changePolicy(the.as("admin"), change),
        changePolicy(the.as("importer"), change),
      ]);
      expect(results.map(code).sort()).toEqual(["changed-meanwhile", "done"]);
    }
  });

  it("refuses one that cannot be worked by", async () => {
    const { number } = await findPolicy(the.db.pool, the.projectId);
    const policy = { ...DEFAULT_POLICY, fourEyes: false, approvals: 2 };
    expect(
      code(await changePolicy(the.as("admin"), { projectId: the.projectId, seen: number, policy })),
    ).toBe("approvals-alone");
  });
});

describe("several approvals", () => {
  beforeAll(() => inForce({ approvals: 2 }));

  it("accept a proposal with the second person, and count nobody twice", async () => {
    const proposal = await propose(the, "translator", 0, "Sentence nought.");
    expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({
      ok: true,
      value: { decisionId: null, revisionId: null, missing: 1 },
    });
    expect((await rowAt(the, 0)).targetText).toBe("Sentence 0.");
    expect(code(await acceptProposal(the.as("editor"), proposal))).toBe("approved-already");
    expect(await acceptProposal(the.as("editor2"), proposal)).toMatchObject({
      ok: true,
      value: { missing: 0 },
    });
    expect(await rowAt(the, 0)).toMatchObject({ targetText: "Sentence nought.", approved: true });
  });

  it("begin anew when the author changes the text", async () => {
    const { proposalId } = await propose(the, "translator", 1, "Sentence one.");
    const first = await seen(the, 1, proposalId);
    expect(code(await acceptProposal(the.as("editor"), first))).toBe("done");
    const { revisionId } = await rowAt(the, 1);
    const text = { targetText: "Phrase one.", comment: "", reason: null };
    await reviseProposal(the.as("translator"), {
      proposalId,
      version: 1,
      baseRevisionId: revisionId,
      ...text,
    });
    expect(code(await acceptProposal(the.as("editor2"), first))).toBe("changed-meanwhile");
    const second = await acceptProposal(the.as("editor2"), await seen(the, 1, proposalId));
    expect(second).toMatchObject({ ok: true, value: { missing: 1 } });
  });

  it("approve a text as it stands with the second person", async () => {
    expect(await approveSegment(the.as("editor"), await look(2))).toMatchObject({
      ok: true,
      value: { missing: 1 },
    });
    expect((await rowAt(the, 2)).approved).toBe(false);
    expect(code(await approveSegment(the.as("editor"), await look(2)))).toBe("approved-already");
    expect(await approveSegment(the.as("admin"), await look(2))).toMatchObject({
      ok: true,
      value: { missing: 0 },
    });
    expect((await rowAt(the, 2)).approved).toBe(true);
  });

  it("decide once when two people approve at the same moment, 20 times", async () => {
    for (let round = 0; round < 20; round++) {
      const proposal = await propose(the, "translator", 10 + round, `Better ${round}.`);
      const results = await Promise.all([
        acceptProposal(the.as("editor"), proposal),
        acceptProposal(the.as("editor2"), proposal),
      ]);
      expect(results.map((result) => result.ok && result.value.missing).sort()).toEqual([0, 1]);
      expect((await rowAt(the, 10 + round)).revisionNumber).toBe(2);
    }
  });

  it("can be taken back once the decision that they went into was undone", async () => {
    const { id } = await rowAt(the, 79);
    await approveSegment(the.as("editor"), await look(79));
    const last = await approveSegment(the.as("editor2"), await look(79));
    const thing = { kind: "segment", id } as const;
    expect(code(await takeBackApproval(the.as("editor"), thing))).toBe("decided-since");
    expect(code(await undoDecision(the.as("editor2"), { decisionId: taken(last) }))).toBe("done");
    expect(code(await takeBackApproval(the.as("editor"), thing))).toBe("done");
    expect(await check(the.url)).toEqual([]);
  });

  it("count as long as nobody takes theirs back, and can be given again", async () => {
    const proposal = await propose(the, "translator", 6, "Sentence six.");
    const thing = { kind: "proposal", id: proposal.proposalId } as const;
    const shown = async () => {
      const detail = await readSegment(the.as("editor"), (await rowAt(the, 6)).id);
      return detail.ok ? detail.value.proposals[0]?.approvals : null;
    };
    expect(await shown()).toEqual({ given: 0, needed: 2, mine: false });
    for (let round = 0; round < 2; round++) {
      expect(code(await acceptProposal(the.as("editor"), proposal))).toBe("done");
      expect(await shown()).toEqual({ given: 1, needed: 2, mine: true });
      expect(code(await takeBackApproval(the.as("editor2"), thing))).toBe("no-approval");
      expect(code(await takeBackApproval(the.as("editor"), thing))).toBe("done");
      expect(code(await takeBackApproval(the.as("editor"), thing))).toBe("no-approval");
      expect(await shown()).toEqual({ given: 0, needed: 2, mine: false });
    }
    expect(await acceptProposal(the.as("editor2"), proposal)).toMatchObject({ value: { missing: 1 } });
    expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({ value: { missing: 0 } });
    expect(code(await takeBackApproval(the.as("editor2"), thing))).toBe("decided-since");
    const log = await the.db.prisma.event.count({ where: { type: "proposal.approval-taken-back" } });
    expect(log).toBe(2);
  });

  it("of a text as it stands can be taken back as well", async () => {
    const { segmentId } = await look(7);
    expect(code(await approveSegment(the.as("editor"), await look(7)))).toBe("done");
    expect(code(await takeBackApproval(the.as("editor"), { kind: "segment", id: segmentId }))).toBe("done");
    expect(await approveSegment(the.as("editor2"), await look(7))).toMatchObject({ value: { missing: 1 } });
  });

  it("are decided by or taken back, never both, 30 times", async () => {
    const tally = { decided: 0, takenBack: 0 };
    for (let round = 0; round < 30; round++) {
      const proposal = await propose(the, "translator", 40 + round, `Better ${round}.`);
      await acceptProposal(the.as("editor"), proposal);
      const [back, accepted] = await Promise.all([
        takeBackApproval(the.as("editor"), { kind: "proposal", id: proposal.proposalId }),
        acceptProposal(the.as("editor2"), proposal),
      ]);
      expect(accepted).toMatchObject({ ok: true, value: { missing: back.ok ? 1 : 0 } });
      tally[back.ok ? "takenBack" : "decided"]++;
    }
    expect(tally.decided + tally.takenBack).toBe(30);
    expect(await check(the.url)).toEqual([]);
    expect((await verifyInstallation(the.db.pool)).findings).toEqual([]);
  });

  it("are not gathered by a part of a proposal", async () => {
    const { proposalId, seen: before } = await propose(the, "translator", 5, "Phrase 5, and more.");
    const hunk = proposalHunks("Sentence 5.", "Phrase 5, and more.", { locale: "en" }).hunks[0]?.id ?? "";
    const part = { proposalId, seen: before, hunks: [hunk], note: "" };
    expect(code(await acceptPart(the.as("editor"), part))).toBe("whole-only");
  });

  it("cannot be left out in the database either", async () => {
    const { proposalId } = await propose(the, "translator", 3, "Sentence three.");
    const insert = the.db.pool.query(
      `INSERT INTO "Decision" ("kind", "segmentId", "proposalId", "revisionId", "textHash", "actorId")
       SELECT 'accept', "segmentId", "id", "baseRevisionId", "textHash", $2 FROM "Proposal" WHERE "id" = $1`,
      [proposalId, the.people.editor],
    );
    await expect(insert).rejects.toMatchObject({ code: "GL006" });
  });
});

describe("without four eyes", () => {
  beforeAll(() => inForce({ fourEyes: false }));
  afterAll(() => inForce({}));

  it("lets people decide on their own words, and every decision says so", async () => {
    const own = await propose(the, "editor", 31, "My own words.");
    const detail = await readSegment(the.as("editor"), (await rowAt(the, 31)).id);
    expect(detail).toMatchObject({ value: { proposals: [{ mine: true, decidable: true }] } });
    expect(await acceptProposal(the.as("editor"), own)).toMatchObject({ ok: true });
    expect(code(await approveSegment(the.as("importer"), await look(32)))).toBe("done");
    const decisions = await the.db.prisma.decision.findMany({
      where: { ownWords: true },
      orderBy: { createdAt: "asc" },
    });
    expect(decisions.map(({ actorId }) => actorId).sort()).toEqual(
      [the.people.editor, the.people.importer].sort(),
    );
    const { number } = await findPolicy(the.db.pool, the.projectId);
    expect(decisions.map(({ policyNumber }) => policyNumber)).toEqual([number, number]);
  });

  it("does not call the words of others one's own", async () => {
    const other = await propose(the, "translator", 33, "Words of another.");
    expect(code(await declineProposal(the.as("editor"), { ...other, note: "No." }))).toBe("done");
    const decision = await the.db.prisma.decision.findFirstOrThrow({
      where: { proposalId: other.proposalId },
    });
    expect(decision.ownWords).toBe(false);
  });
});

describe("publishing", () => {
  const publish = (by: "editor" | "admin") =>
    publishTranslation(the.as(by), { translationId: the.translationId });

  it("is for project admins where the policy keeps it for them", async () => {
    await inForce({ publisher: "admin" });
    expect(code(await publish("editor"))).toBe("not-allowed");
    expect(code(await publish("admin"))).toBe("done");
  });

  it("lets search engines list what was checked enough by the policy of then", async () => {
    const { slug } = await the.db.prisma.document.findFirstOrThrow();
    const listed = async () => {
      const article = await readArticle(the, { slug, locale: "en" });
      const sitemap = await readSitemap(the, { part: null });
      return [
        article.ok && article.value.languages.map(({ isIndexed }) => isIndexed),
        sitemap.ok && sitemap.value.kind === "texts" && sitemap.value.texts.map(({ locale }) => locale),
      ];
    };
    await inForce({ leastIndexed: 0 });
    expect(code(await publish("editor"))).toBe("done");
    expect(await listed()).toEqual([
      [true, true],
      ["de", "en"],
    ]);
    await inForce({ leastIndexed: 100 });
    expect(await listed()).toEqual([
      [true, true],
      ["de", "en"],
    ]);
    expect(code(await publish("editor"))).toBe("done");
    expect(await listed()).toEqual([[true, false], ["de"]]);
    await inForce({});
  });

  it("waits for approvals and for open proposals where the policy asks for them", async () => {
    await inForce({ leastApproved: 90 });
    expect(code(await publish("editor"))).toBe("unreviewed");
    await inForce({ refusesOpenProposals: true });
    expect(code(await publish("editor"))).toBe("open-proposals");
    await inForce({});
    expect(code(await publish("editor"))).toBe("done");
  });
});

it("leaves a history in which nothing is wrong", async () => {
  expect((await verifyInstallation(the.db.pool)).findings).toEqual([]);
});
