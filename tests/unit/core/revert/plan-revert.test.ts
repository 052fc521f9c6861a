import { describe, expect, it } from "vitest";
import { planRevert, type RevertibleRevision } from "@/lib/core/revert/plan-revert";
import type { ProposalId, RevisionId, UserId } from "@/lib/core/shared/ids";
import { random } from "@/tests/support/random";

const A = "a" as UserId;
const B = "b" as UserId;

/** A row from its machine text on; each change by somebody, named by its place. */
const row = (first: string, ...changes: readonly (readonly [string, UserId | readonly UserId[]])[]) =>
  [[first, []] as const, ...changes].map(
    ([targetText, by], index): RevertibleRevision => ({
      id: `r${index}` as RevisionId,
      parentId: index === 0 ? null : (`r${index - 1}` as RevisionId),
      targetText,
      proposalId: index === 0 ? null : (`p${index}` as ProposalId),
      writerIds: [by].flat() as readonly UserId[],
      restoresId: null,
      withoutId: null,
    }),
  );

/** The row with one revision more, as the act writes it. */
function after(revisions: readonly RevertibleRevision[], plan: ReturnType<typeof planRevert>) {
  if (plan.kind !== "text") throw new Error(plan.kind);
  const owners = new Set(plan.pieces.map(({ revisionId }) => revisionId));
  const writerIds = revisions.filter(({ id }) => owners.has(id)).flatMap((one) => one.writerIds);
  return [
    ...revisions,
    {
      id: `r${revisions.length}` as RevisionId,
      parentId: revisions.at(-1)?.id ?? null,
      targetText: plan.text,
      proposalId: null,
      writerIds: plan.restoresId ? writerIds : [...new Set([...writerIds, "admin" as UserId])],
      restoresId: plan.restoresId,
      withoutId: A,
    },
  ];
}

describe("the current text without an account's words", () => {
  it("is the text before, where nobody else changed anything", () => {
    const revisions = row("The tower is young.", ["The tower is old.", A], ["The old tower.", A]);
    expect(planRevert(revisions, A)).toEqual({
      kind: "text",
      text: "The tower is young.",
      pieces: [{ revisionId: "r0", from: 0, to: 19 }],
      restoresId: "r0",
      proposalIds: ["p2", "p1"],
    });
  });

  it("keeps what others wrote later", () => {
    const revisions = row(
      "The tower is young and stands by the river.",
      ["The tower is spam and stands by the river.", A],
      ["The tower is spam and stands by the lake.", B],
    );
    expect(planRevert(revisions, A)).toMatchObject({
      kind: "text",
      text: "The tower is young and stands by the lake.",
      restoresId: null,
      pieces: [{ revisionId: "r0", from: 0 }, { revisionId: "r2" }, { revisionId: "r0" }],
    });
  });

  it("is for a person where others changed the same words later", () => {
    const revisions = row("It is young.", ["It is spam.", A], ["It is spammy.", B]);
    expect(planRevert(revisions, A)).toEqual({ kind: "person", why: "overlapping" });
  });

  it("is for a person where others wrote in the same change", () => {
    expect(planRevert(row("It is young.", ["It is old.", [A, B]]), A)).toEqual({
      kind: "person",
      why: "written-together",
    });
  });

  it("is for a person where a repair carried the words into the row", () => {
    const [first, ...others] = row("It is old.", ["It is very old.", B]);
    if (!first) throw new Error("no row");
    expect(planRevert([{ ...first, writerIds: [A] }, ...others], A)).toEqual({
      kind: "person",
      why: "re-aligned",
    });
  });

  it("is what it is where the words are gone already", () => {
    const revisions = row("It is young.", ["It is spam.", A], ["It is old.", B]);
    expect(planRevert(row("It is young.", ["It is old.", B]), A)).toEqual({ kind: "nothing" });
    expect(
      planRevert(
        [
          ...revisions.slice(0, 2),
          ...row("", ["It is young.", B])
            .slice(1)
            .map((one) => ({
              ...one,
              id: "r9" as RevisionId,
              parentId: "r1" as RevisionId,
            })),
        ],
        A,
      ),
    ).toEqual({ kind: "nothing" });
  });

  it("does not bring back what had been tried in between and was undone", () => {
    const revisions = row("It is young.", ["It is spam.", A], ["It is nonsense.", B]);
    const undone = { ...revisions[1], id: "r3", parentId: "r2", proposalId: null, restoresId: "r1" };
    expect(planRevert([...revisions, undone as RevertibleRevision], A)).toMatchObject({
      text: "It is young.",
    });
  });
});

const ROUNDS = 1_000;

/** A row that two people changed in turns; every word that somebody brings is theirs alone. */
function changedRow(next: () => number) {
  const pick = (below: number) => Math.floor(next() * below);
  let words = Array.from({ length: 12 + pick(12) }, (_, index) => `m${index}`);
  const changes: [string, UserId][] = [];
  for (let change = 0; change < 1 + pick(5); change++) {
    const by = next() < 0.5 ? A : B;
    const at = pick(words.length);
    const brought = Array.from({ length: 1 + pick(2) }, (_, index) => `${by}${change}x${index}`);
    words = [...words.slice(0, at), ...brought, ...words.slice(at + pick(3))];
    changes.push([words.join(" "), by]);
  }
  return changes;
}

it(`takes out all words of the account and none of anybody else, ${ROUNDS} times`, () => {
  const tally = { text: 0, person: 0, nothing: 0 };
  for (let seed = 0; seed < ROUNDS; seed++) {
    const next = random(seed);
    const first = Array.from({ length: 24 }, (_, index) => `m${index}`).join(" ");
    const revisions = row(first, ...changedRow(next));
    const plan = planRevert(revisions, A);
    tally[plan.kind]++;
    const current = revisions.at(-1)?.targetText.split(" ") ?? [];
    if (plan.kind !== "text") continue;
    const left = plan.text.split(" ");
    expect(
      left.filter((word) => word.startsWith("a")),
      `seed ${seed}`,
    ).toEqual([]);
    // What the account deleted comes back, also words of others; of what stands there nothing goes.
    const ofOthers = current.filter((word) => word.startsWith("b"));
    expect(
      left.filter((word) => ofOthers.includes(word)),
      `seed ${seed}`,
    ).toEqual(ofOthers);
    const byId = new Map(revisions.map(({ id, targetText }) => [id, targetText]));
    const joined = plan.pieces
      .map(({ revisionId, from, to }) => byId.get(revisionId)?.slice(from, to))
      .join("");
    expect(joined, `seed ${seed}`).toBe(plan.text);
    expect(planRevert(after(revisions, plan), A), `seed ${seed}`).toEqual({ kind: "nothing" });
  }
  expect(tally.text).toBeGreaterThan(ROUNDS / 3);
  expect(tally.person).toBeGreaterThan(10);
});
