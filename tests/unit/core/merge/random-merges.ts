import { random } from "@/tests/support/random";
import { textPairs } from "../diff/random-texts";

export interface RandomMerge {
  readonly seed: number;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** A base and two edits of it, often with edits in common; many scripts, some ill-formed texts. */
export function* randomMerges(count: number): Generator<RandomMerge> {
  for (const { seed, base, next } of textPairs(count)) {
    const dice = random(seed * 7919);
    const other = edit(dice() < 0.5 ? base : next, dice);
    yield dice() < 0.5
      ? { seed, base, ours: next, theirs: other }
      : { seed, base, ours: other, theirs: next };
  }
}

function edit(text: string, dice: () => number): string {
  const pieces = text.match(/\s+|[^\s]+/gu) ?? [];
  const pick = (): string => pieces[Math.floor(dice() * pieces.length)] ?? "new";
  const share = dice() * 0.3;
  return pieces
    .map((piece) => {
      if (dice() >= share) return piece;
      const kind = dice();
      if (kind < 0.3) return "";
      return kind < 0.6 ? pick() : `${pick()} ${piece}`;
    })
    .join("");
}

export interface TaggedMerge {
  readonly seed: number;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly merged: string;
  /** True if two edits of different people stand beside each other, so that a conflict is right, too. */
  readonly isTight: boolean;
}

/**
 * Sentences of words that occur once, each word kept or changed by one of two people or by both alike: what
 * the merge must give is known.
 */
export function* taggedMerges(count: number): Generator<TaggedMerge> {
  for (let seed = 1; seed <= count; seed++) {
    const dice = random(seed);
    const share = dice() * 0.4;
    const hands = Array.from({ length: 3 + Math.floor(dice() * 40) }, () => {
      if (dice() >= share) return "none" as const;
      return (["ours", "theirs", "both"] as const)[Math.floor(dice() * 3)] ?? "none";
    });
    const changes = hands.map((_, at) => {
      const kind = dice();
      if (kind < 0.3) return "";
      return kind < 0.6 ? `fresh${at} ` : kind < 0.8 ? `word${at} fresh${at} ` : `fresh${at} word${at} `;
    });
    const textFor = (...changing: readonly string[]): string =>
      hands.map((hand, at) => (changing.includes(hand) ? changes[at] : `word${at} `)).join("");
    const changed = hands.filter((hand) => hand !== "none");
    const isTight =
      changed.length > 0 &&
      hands.some((hand, at) => hand !== "none" && hands[at + 1] !== undefined && hands[at + 1] !== "none");
    yield {
      seed,
      base: textFor(),
      ours: textFor("ours", "both"),
      theirs: textFor("theirs", "both"),
      merged: textFor("ours", "theirs", "both"),
      isTight,
    };
  }
}
