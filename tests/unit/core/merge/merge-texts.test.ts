import { describe, expect, it } from "vitest";
import { type Merge, type MergeRegion, mergeTexts } from "@/lib/core/merge/merge-texts";
import { tokenize } from "@/lib/core/text/tokens";
import { randomMerges, taggedMerges } from "./random-merges";

const CASES = 2000;
const textOf = (merge: Merge): string | null => (merge.status === "conflict" ? null : merge.text);
const joined = (regions: readonly MergeRegion[], side: "base" | "ours" | "theirs"): string =>
  regions.map((region) => region[side]).join("");

describe("mergeTexts: laws on seeded texts", () => {
  it("keeps the identity laws without exception", () => {
    for (const { seed, base, ours, theirs } of randomMerges(CASES)) {
      for (const text of [ours, theirs]) {
        expect(textOf(mergeTexts(base, text, text)), `seed ${seed}`).toBe(text);
        expect(textOf(mergeTexts(base, text, base)), `seed ${seed}`).toBe(text);
        expect(textOf(mergeTexts(base, base, text)), `seed ${seed}`).toBe(text);
      }
      const merge = mergeTexts(base, ours, theirs);
      if (merge.status !== "conflict")
        expect(merge.status === "contained", `seed ${seed}`).toBe(merge.text === ours);
      expect(mergeTexts(base, ours, base).status, `seed ${seed}`).toBe("contained");
      expect(mergeTexts(base, ours, ours).status, `seed ${seed}`).toBe("contained");
    }
  });

  it("is the mirror image when the sides are swapped", () => {
    for (const { seed, base, ours, theirs } of randomMerges(CASES)) {
      const [one, other] = [mergeTexts(base, ours, theirs), mergeTexts(base, theirs, ours)];
      expect(textOf(other), `seed ${seed}`).toBe(textOf(one));
      const swapped = other.regions.map((region) => [region.base, region.theirs, region.ours]);
      expect(swapped, `seed ${seed}`).toEqual(one.regions.map((it) => [it.base, it.ours, it.theirs]));
    }
  });

  it("loses nothing and invents nothing: its regions are the three texts, and each says whose it is", () => {
    const seen = new Set<string>();
    for (const { seed, base, ours, theirs } of randomMerges(CASES)) {
      const merge = mergeTexts(base, ours, theirs);
      expect(joined(merge.regions, "base"), `seed ${seed}`).toBe(base);
      expect(joined(merge.regions, "ours"), `seed ${seed}`).toBe(ours);
      expect(joined(merge.regions, "theirs"), `seed ${seed}`).toBe(theirs);
      const meant = { same: "===", ours: "!=!", theirs: "=!!", both: "!!=", conflict: "!!!" } as const;
      const sign = (isEqual: boolean): string => (isEqual ? "=" : "!");
      for (const region of merge.regions) {
        seen.add(region.kind);
        const signs =
          sign(region.ours === region.base) +
          sign(region.theirs === region.base) +
          sign(region.ours === region.theirs);
        expect(signs, `seed ${seed}: ${region.kind}`).toBe(meant[region.kind]);
      }
      const pieces = merge.regions.map((region) => (region.kind === "theirs" ? region.theirs : region.ours));
      const hasConflict = merge.regions.some(({ kind }) => kind === "conflict");
      expect(textOf(merge), `seed ${seed}`).toBe(hasConflict ? null : pieces.join(""));
    }
    expect([...seen].sort()).toEqual(["both", "conflict", "ours", "same", "theirs"]);
  });

  it("puts no two words side by side that are so in neither text", () => {
    const neighbours = (text: string): string[] => {
      const words = tokenize(text).filter(({ kind }) => kind !== "space");
      return words.map((word, at) => `${word.text}|${words[at + 1]?.text ?? ""}`);
    };
    let clean = 0;
    for (const { seed, base, ours, theirs } of taggedMerges(CASES)) {
      const merged = textOf(mergeTexts(base, ours, theirs));
      if (merged === null) continue;
      clean++;
      const known = new Set([...neighbours(ours), ...neighbours(theirs)]);
      expect(
        neighbours(merged).filter((pair) => !known.has(pair)),
        `seed ${seed}`,
      ).toEqual([]);
    }
    expect(clean).toBeGreaterThan(CASES / 4);
  });

  it("gives what both meant, or a conflict where their edits touch, and never anything else", () => {
    let [right, loose] = [0, 0];
    for (const { seed, base, ours, theirs, merged, isTight } of taggedMerges(CASES)) {
      const text = textOf(mergeTexts(base, ours, theirs));
      if (!isTight) {
        loose++;
        expect(text, `seed ${seed}`).toBe(merged);
      }
      if (text !== null) expect(text, `seed ${seed}`).toBe(merged);
      if (text === merged) right++;
    }
    expect(loose).toBeGreaterThan(CASES / 5);
    expect(right).toBeGreaterThan(CASES / 3);
  });
});

describe("mergeTexts: cases", () => {
  const base = "The old house stands in the green garden.";
  const shown = (ours: string, theirs: string, of = base): string => {
    const merge = mergeTexts(of, ours, theirs);
    if (merge.status !== "conflict") return `${merge.status}: ${merge.text}`;
    const conflicts = merge.regions.filter(({ kind }) => kind === "conflict");
    return conflicts.map((region) => `[${region.base}|${region.ours}|${region.theirs}]`).join(" ");
  };

  it.each([
    [
      "takes changes at different places",
      "The new house stands in the green garden.",
      "The old house stands in the wild garden.",
      "clean: The new house stands in the wild garden.",
    ],
    [
      "says that a proposal is already contained",
      "The new house stands in a green garden.",
      "The new house stands in the green garden.",
      "contained: The new house stands in a green garden.",
    ],
    [
      "shows the three texts where both changed a word",
      "The new house stands in the green garden.",
      "The small house stands in the green garden.",
      "[old|new|small]",
    ],
    [
      "is a conflict where one changed and the other deleted",
      "The house stands in the green garden.",
      "The older house stands in the green garden.",
      "[old ||older ]",
    ],
    [
      "is a conflict where changes touch",
      "The new house stands in the green garden.",
      "The old building stands in the green garden.",
      "[old house|new house|old building]",
    ],
    [
      "is a conflict where both insert at one place",
      "The old house stands in the big green garden.",
      "The old house stands in the far green garden.",
      "[|big |far ]",
    ],
    [
      "takes white space and words changed apart",
      "The old  house stands in the green garden.",
      "The old house stands in the wild garden.",
      "clean: The old  house stands in the wild garden.",
    ],
  ])("%s", (_, ours, theirs, expected) => {
    expect(shown(ours, theirs)).toBe(expected);
  });

  it("finds what both changed alike although it moves words about", () => {
    const storm = "After the storm, the old town bakers, Weber and Lang, had no bread.";
    const ours = "After the storm, the old bakers of the town, Weber and Lang, had no bread.";
    const theirs = "After the storm, the old town bakers of the town, Weber and Lang, had no flour.";
    expect(shown(ours, theirs, storm)).toBe(
      "clean: After the storm, the old bakers of the town, Weber and Lang, had no flour.",
    );
  });

  it.each([
    [
      "In the race for reaching the last lap, a long pause must be made.",
      "In the run for reaching the way into the last lap, a long pause is needed.",
      "In the race for the way into the last lap, a long pause must be made.",
    ],
    [
      "In the race for entering the last lap, a long pause must be made.",
      "In the run for entering the entry into the last lap, a long pause is needed.",
      "In the race for the entry into the last lap, a long pause must be made.",
    ],
  ])("does not say twice what both inserted at places that look different: %s", (text, ours, theirs) => {
    const merge = mergeTexts(text, ours, theirs);
    expect(merge.status).toBe("conflict");
    expect([joined(merge.regions, "base"), joined(merge.regions, "ours")]).toEqual([text, ours]);
    expect(joined(merge.regions, "theirs")).toBe(theirs);
  });

  it.each([
    [
      "ring the old bell once and and ring the old bell once",
      "ring the old bell once and and bell once",
      "ring the old bell once and ring the old bell once",
    ],
    [
      "ring the old bell once now ring the old bell once",
      "rest the old bell now ring the old now once",
      "ring the and bell now now ring the old bell once",
    ],
  ])("leaves a text that repeats itself to people where the sides differ: %s", (base, ours, theirs) => {
    // Along the common path the first would lose the "and" that one side deleted: the refrain stands for either.
    expect(mergeTexts(base, ours, theirs).status).toBe("conflict");
    expect(mergeTexts(base, theirs, ours).status).toBe("conflict");
  });

  it("leaves to a person what the sides changed otherwise, and not what they changed partly alike", () => {
    const merge = mergeTexts(
      "tower village the village every and",
      "tower day of village village every",
      "tower day the village every",
    );
    const conflicts = merge.regions.filter(({ kind }) => kind === "conflict");
    expect(conflicts.map(({ base, ours, theirs }) => [base, ours, theirs])).toEqual([
      ["village the", "day of", "day the"],
    ]);
  });

  it("merges scripts without spaces", () => {
    const thai = "ภาษาไทยเป็นภาษา";
    expect(
      textOf(
        mergeTexts("我们今天讨论机器翻译。", "我们今天讨论人工翻译。", "他们今天讨论机器翻译。", {
          locale: "zh",
        }),
      ),
    ).toBe("他们今天讨论人工翻译。");
    expect(textOf(mergeTexts(thai, thai, "ภาษาลาวเป็นภาษา", { locale: "th" }))).toBe("ภาษาลาวเป็นภาษา");
  });

  it("keeps inline codes whole", () => {
    const merge = mergeTexts(
      "the <1>green</1> old garden",
      "the <1>wild</1> old garden",
      "the <1>green</1> old park",
    );
    expect(textOf(merge)).toBe("the <1>wild</1> old park");
  });

  it("merges 10,000 words with edits on each side within seconds", () => {
    const words = Array.from({ length: 10_000 }, (_, at) => `word${at % 3000}`);
    const edited = (every: number): string =>
      words.map((word, at) => (at % 33 === every ? `new${at}` : word)).join(" ");
    const start = performance.now();
    const merge = mergeTexts(words.join(" "), edited(3), edited(17));
    expect(merge.status).toBe("clean");
    // About 0.5 s alone on two cores; the limit leaves room for busy machines.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
