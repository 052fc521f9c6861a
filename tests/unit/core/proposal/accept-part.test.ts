import { describe, expect, it } from "vitest";
import { applyHunks } from "@/lib/core/diff/apply";
import { acceptPart } from "@/lib/core/proposal/accept-part";
import { type ProposalHunk, proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import { tokenize } from "@/lib/core/text/tokens";
import { random } from "@/tests/support/random";
import { textPairs } from "../diff/random-texts";

const CASES = 1000;

function accepted(base: string, proposal: string, chosen: readonly string[]) {
  const result = acceptPart(base, proposal, chosen);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function someOf(hunks: readonly ProposalHunk[], seed: number): readonly string[] {
  const dice = random(seed * 31);
  return hunks.filter(() => dice() < 0.5).map(({ id }) => id);
}

/** Every word or sign with the one after it and what stands between. */
function neighbours(text: string): string[] {
  const words = tokenize(text).filter(({ kind }) => kind !== "space");
  return words.map((word, at) => text.slice(word.from, words[at + 1]?.to ?? text.length));
}

/** Plain prose with single spaces and signs that cling to words. */
function* proseEdits(count: number) {
  for (let seed = 1; seed <= count; seed++) {
    const dice = random(seed);
    const word = (): string =>
      "the of old river bridge town small green harbour stood near".split(" ")[
        Math.floor(dice() * 11)
      ] as string;
    const words = Array.from({ length: 2 + Math.floor(dice() * 20) }, word);
    const change = (it: string): string[] => {
      const kind = dice();
      if (kind < 0.25) return [];
      return kind < 0.5 ? [word(), it] : kind < 0.75 ? [word()] : [it.replace(/,?$/, ",")];
    };
    const edited = words.flatMap((it) => (dice() < 0.3 ? change(it) : [it]));
    const write = (list: readonly string[]): string => `${(list.length ? list : ["town"]).join(" ")}.`;
    yield { seed, base: write(words), proposal: write(edited) };
  }
}

describe("acceptPart: laws on seeded proposals", () => {
  it("gives the proposal for all hunks and the base for none", () => {
    for (const { seed, base, next } of textPairs(CASES)) {
      const ids = proposalHunks(base, next).hunks.map(({ id }) => id);
      expect(accepted(base, next, ids), `seed ${seed}`).toEqual({ text: next, accepted: ids, rest: [] });
      expect(accepted(base, next, []).text, `seed ${seed}`).toBe(base);
      expect(accepted(base, next, []).accepted, `seed ${seed}`).toEqual([]);
    }
  });

  it("gives the proposal when the rest is accepted after any part", () => {
    for (const { seed, base, next } of textPairs(CASES)) {
      const {
        text,
        rest,
        accepted: taken,
      } = accepted(base, next, someOf(proposalHunks(base, next).hunks, seed));
      expect(applyHunks(text, rest), `seed ${seed}`).toBe(next);
      const left = proposalHunks(text, next).hunks.map(({ id }) => id);
      expect(accepted(text, next, left).text, `seed ${seed}`).toBe(next);
      expect(rest.length + taken.length, `seed ${seed}`).toBe(proposalHunks(base, next).hunks.length);
    }
  });

  it("puts words side by side only as the base or the proposal has them, spaces and all", () => {
    for (const { seed, base, next } of textPairs(CASES)) {
      const { text } = accepted(base, next, someOf(proposalHunks(base, next).hunks, seed));
      const known = new Set([...neighbours(base), ...neighbours(next)]);
      expect(
        neighbours(text).filter((pair) => !known.has(pair)),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });

  it("leaves no doubled or missing space in prose, whatever is accepted", () => {
    let parts = 0;
    for (const { seed, base, proposal } of proseEdits(CASES)) {
      const { hunks } = proposalHunks(base, proposal);
      for (let mask = 0; mask < Math.min(16, 2 ** hunks.length); mask++) {
        const chosen = hunks.filter((_, at) => (mask >> (at % 4)) & 1).map(({ id }) => id);
        const { text } = accepted(base, proposal, chosen);
        if (text !== base && text !== proposal) parts++;
        expect(text, `seed ${seed}`).toMatch(/^[a-z]+(?:,?,? [a-z]+)*,?\.$/);
      }
    }
    expect(parts).toBeGreaterThan(CASES);
  });

  it("accepts linked hunks together, and links both ways", () => {
    let linked = 0;
    for (const { seed, base, next } of textPairs(CASES)) {
      const { hunks } = proposalHunks(base, next);
      const byId = new Map(hunks.map((hunk) => [hunk.id, hunk]));
      expect(byId.size, `seed ${seed}`).toBe(hunks.length);
      for (const hunk of hunks) {
        linked += hunk.linked.length;
        for (const id of hunk.linked) expect(byId.get(id)?.linked, `seed ${seed}`).toContain(hunk.id);
        const together = new Set([hunk.id, ...hunk.linked]);
        expect(new Set(accepted(base, next, [hunk.id]).accepted), `seed ${seed}`).toEqual(together);
      }
    }
    expect(linked).toBeGreaterThan(100);
  });
});

describe("proposalHunks", () => {
  const links = (base: string, proposal: string): string[] => {
    const { hunks } = proposalHunks(base, proposal);
    const shown = (hunk: ProposalHunk): string => `${hunk.deleted.trim()}>${hunk.inserted.trim()}`;
    const byId = new Map(hunks.map((hunk) => [hunk.id, shown(hunk)]));
    return hunks.map((hunk) => [shown(hunk), ...hunk.linked.map((id) => byId.get(id))].join(" + "));
  };

  it("links the two ends of a move", () => {
    expect(
      links(
        "The sun rose. Birds sang in old trees. Nobody spoke.",
        "Birds sang in old trees. The sun rose. Nobody spoke.",
      ),
    ).toEqual(["The sun rose.> + >The sun rose.", ">The sun rose. + The sun rose.>"]);
  });

  it("links the same name replaced everywhere, and nothing else", () => {
    expect(
      links(
        "Ana came home late. Then Ana slept for two hours.",
        "Anna came home soon. Then Anna slept for two hours.",
      ),
    ).toEqual(["Ana>Anna + Ana>Anna", "late>soon", "Ana>Anna + Ana>Anna"]);
  });

  it("links the two markers of a code, so that none is left alone", () => {
    const base = "the <1>green</1> garden";
    const proposal = "the green garden";
    const [first] = proposalHunks(base, proposal).hunks;
    expect(accepted(base, proposal, [first?.id ?? ""]).text).toBe(proposal);
  });

  it("keeps the id of a hunk while other hunks of the proposal change, and gives another one for another word", () => {
    const base = "The old house stands in the green garden.";
    const idsOf = (proposal: string): string[] => proposalHunks(base, proposal).hunks.map(({ id }) => id);
    const [one] = idsOf("The new house stands in the green garden.");
    expect(idsOf("The new house stands in the wild garden.")[0]).toBe(one);
    expect(idsOf("The small house stands in the green garden.")[0]).not.toBe(one);
  });

  it("knows a hunk of another version no more", () => {
    const base = "The old house.";
    const ids = proposalHunks(base, "The new house.").hunks.map(({ id }) => id);
    expect(acceptPart(base, "The small house.", ids)).toEqual({ ok: false, error: "unknown-hunk" });
    expect(acceptPart("An old house.", "The new house.", ids)).toEqual({ ok: false, error: "unknown-hunk" });
  });
});
