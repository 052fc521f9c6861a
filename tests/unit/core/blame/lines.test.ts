import { describe, expect, it } from "vitest";
import { blame } from "@/lib/core/blame/blame";
import { countHumanWords } from "@/lib/core/blame/human-share";
import { blameLines, type LineRevision, linesUpTo } from "@/lib/core/blame/lines";
import { random } from "@/tests/support/random";

const revision = (
  id: string,
  text: string,
  origin: LineRevision["origin"] = "mt",
  parts: LineRevision["parts"] = null,
): LineRevision => ({ id, text, origin, approverId: origin === "human" ? "editor" : null, parts });

const humanWords = (lines: ReadonlyMap<string, readonly LineRevision[]>, id: string): readonly string[] =>
  (blameLines(lines, [id])[0] ?? [])
    .filter(({ kind, revision }) => kind === "word" && revision.origin === "human")
    .map(({ text }) => text);

describe("blameLines", () => {
  it("is blame for rows that no repair has touched", () => {
    const revisions = [revision("a1", "The red house."), revision("a2", "The old house.", "human")];
    const [tokens = []] = blameLines(new Map([["a", revisions]]), ["a"]);
    expect(tokens.map(({ text, revision: { id } }) => [text, id])).toEqual(
      blame(revisions).map(({ text, revision: { id } }) => [text, id]),
    );
  });

  it("follows words of people through a join, and what is written after it", () => {
    const lines = new Map([
      [
        "joined",
        [
          revision("c1", "The old house.\n\nIt rained.", "mixed", [
            { revisionId: "a2", from: 0, to: 14 },
            { revisionId: "b1", from: 0, to: 10 },
          ]),
          revision("c2", "The old house.\n\nIt rained hard.", "human"),
        ],
      ],
      ["a", [revision("a1", "The red house."), revision("a2", "The old house.", "human")]],
      ["b", [revision("b1", "It rained.")]],
    ]);
    expect(humanWords(lines, "joined")).toEqual(["old", "hard"]);
    expect(countHumanWords(blameLines(lines, ["joined"])[0] ?? [])).toEqual({ human: 2, all: 6 });
  });

  it("keeps rows apart that say the same", () => {
    const lines = new Map([
      ["a", [revision("a1", "It rained.")]],
      ["b", [revision("b1", "It snowed."), revision("b2", "It rained.", "human")]],
      ["c", [revision("c1", "It rained."), revision("c2", "It hailed.", "human")]],
      [
        "joined",
        [
          revision("j1", "It rained.\n\nIt rained.", "mixed", [
            { revisionId: "a1", from: 0, to: 10 },
            { revisionId: "b2", from: 0, to: 10 },
          ]),
        ],
      ],
    ]);
    const makers = (id: string) =>
      (blameLines(lines, [id, "a", "c"])[0] ?? [])
        .filter(({ kind }) => kind === "word")
        .map(({ revision: { id: maker } }) => maker);
    expect(makers("joined")).toEqual(["a1", "a1", "b1", "b2"]);
    const [, tokens = []] = blameLines(lines, ["a", "c"]);
    expect(tokens.filter(({ kind }) => kind === "word").map(({ revision: { id } }) => id)).toEqual([
      "c1",
      "c2",
    ]);
    const [first = [], second = []] = blameLines(
      new Map([
        ["one", [revision("o1", "It rained.")]],
        ["two", [revision("t1", "It rained.")]],
      ]),
      ["one", "two"],
    );
    expect([first, second].map(([word]) => word?.revision.id)).toEqual(["o1", "t1"]);
  });

  it("cuts and joins again and again, on 1,000 seeded texts: every word stays whose it was", () => {
    for (let seed = 1; seed <= 1_000; seed++) {
      const dice = random(seed);
      const { lines, live, makers } = repaired(dice);
      // Given in any order, sources are found first.
      const shuffled = new Map([...lines].sort(() => dice() - 0.5));
      const words = blameLines(shuffled, live)
        .flat()
        .filter(({ kind }) => kind === "word");
      expect(words.length, `seed ${seed}`).toBe(makers.size);
      for (const { text, revision: by } of words)
        expect(by.id, `seed ${seed}: ${text}`).toBe(makers.get(text));
    }
  });
});

interface Repaired {
  readonly lines: Map<string, readonly LineRevision[]>;
  live: readonly string[];
  /** Who brought each word: no word stands twice. */
  readonly makers: Map<string, string>;
}

/** Three rows in which people have changed words, then six cuts and joins. */
function repaired(dice: () => number): Repaired {
  const document: Repaired = { lines: new Map(), live: [], makers: new Map() };
  for (let row = 0; row < 3; row++) addRow(document, row, dice);
  for (let step = 0; step < 6; step++) repair(document, `s${step}`, dice);
  return document;
}

function addRow(document: Repaired, row: number, dice: () => number): void {
  const words = Array.from({ length: 2 + Math.floor(dice() * 4) }, (_, at) => `w${row}x${at}`);
  const edited = words.map((word) => (dice() < 0.4 ? `${word}h` : word));
  for (const word of edited) document.makers.set(word, word.endsWith("h") ? `r${row}b` : `r${row}a`);
  const texts = [revision(`r${row}a`, words.join(" ")), revision(`r${row}b`, edited.join(" "), "human")];
  document.lines.set(`r${row}`, texts);
  document.live = [...document.live, `r${row}`];
}

function repair(document: Repaired, name: string, dice: () => number): void {
  const { lines, live } = document;
  const at = Math.floor(dice() * (live.length - 1));
  const last = (id: string | undefined) => lines.get(id ?? "")?.at(-1);
  const [one, other] = [last(live[at]), last(live[at + 1])];
  const made = (id: string, ...from: readonly (readonly [LineRevision, number, number])[]): string => {
    const text = from.map(([of, start, end]) => of.text.slice(start, end)).join("\n\n");
    const parts = from.map(([of, start, end]) => ({ revisionId: of.id, from: start, to: end }));
    lines.set(id, [revision(`${id}a`, text, "mixed", parts)]);
    return id;
  };
  if (!one) return;
  const end = one.text.length;
  const cut = one.text.indexOf(" ");
  if (dice() < 0.5 && other) {
    document.live = live.toSpliced(at, 2, made(name, [one, 0, end], [other, 0, other.text.length]));
  } else if (cut > 0) {
    const [head, tail] = [made(`${name}h`, [one, 0, cut]), made(`${name}t`, [one, cut + 1, end])];
    document.live = live.toSpliced(at, 1, head, tail);
  }
}

describe("linesUpTo", () => {
  const lines = new Map([
    ["b", [revision("b1", "It rained."), revision("b2", "It poured.", "human")]],
    ["a", [revision("a1", "The red house."), revision("a2", "The old house.", "human")]],
    ["retired", [revision("c1", "Once."), revision("c2", "Twice.", "human")]],
  ]);

  it("leaves out what came after the revisions that are meant, and keeps rows without one whole", () => {
    const { lines: cut, rows } = linesUpTo(lines, ["a2", "b1"]);
    expect(rows).toEqual(["a", "b"]);
    expect([...cut].map(([row, revisions]) => [row, revisions.map(({ id }) => id)])).toEqual([
      ["b", ["b1"]],
      ["a", ["a1", "a2"]],
      ["retired", ["c1", "c2"]],
    ]);
    expect(humanWords(cut, "b")).toEqual([]);
    expect(humanWords(cut, "a")).toEqual(["old"]);
  });

  it("throws for a revision that no row has", () => {
    expect(() => linesUpTo(lines, ["a2", "z9"])).toThrow("z9");
  });
});
