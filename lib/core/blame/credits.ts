import { diffForDisplay } from "../diff/display-diff";
import type { Edit } from "../diff/hunk";
import { diffMinimal, matchTokens } from "../diff/minimal-diff";
import { findMoves, type Move, type MovePlace } from "../diff/moves";
import { type Token, tokenize } from "../text/tokens";

/** For every UTF-16 unit of a text an index of a revision. */
export interface Credits {
  /** The revision that brought it. */
  readonly brought: Int32Array;
  /** The first approved revision in which it stood; -1 if none was. */
  readonly approved: Int32Array;
}

/** A passage of an earlier revision of the list, by index. Offsets in UTF-16 units of its text, half-open. */
export interface Piece {
  readonly revision: number;
  readonly from: number;
  readonly to: number;
}

export interface CreditedRevision {
  readonly text: string;
  readonly isApproved: boolean;
  /**
   * If the text was not made from the one before: the passages that it was put together from, in order. With it a
   * new line begins, in which the later ones are made from one another; none at all: it stands for itself.
   */
  readonly pieces?: readonly Piece[] | undefined;
}

/** How many earlier revisions, besides the first, are searched for words that come back. */
const REVISIONS_SEARCHED = 20;

/**
 * Who brought every character of every revision: as many words as possible keep the credit that they had in
 * the revision before, also when they were moved; the rest is new. Words that had been deleted and come back
 * to their place go to whoever brought them first, and a text that stood before has the credits of then.
 */
export function creditsOf(revisions: readonly CreditedRevision[], locale?: string): readonly Credits[] {
  const all: Credits[] = [];
  const known = new Map<string, Credits>();
  let start = 0;
  for (const [index, { text, isApproved, pieces }] of revisions.entries()) {
    if (pieces) {
      start = index;
      known.clear();
    }
    const credits = copyOf(known.get(text)) ?? newCredits(text.length, index);
    if (index === start) putTogether(revisions, all, credits, text, pieces ?? []);
    else if (!known.has(text)) inherit(revisions, all, credits, { index, start }, locale);
    if (isApproved) approve(credits, index);
    known.set(text, credits);
    all.push(credits);
  }
  return all;
}

/** Each passage keeps the credits that it had where it comes from; what joins them is new. */
function putTogether(
  revisions: readonly CreditedRevision[],
  all: readonly Credits[],
  { brought, approved }: Credits,
  text: string,
  pieces: readonly Piece[],
): void {
  let at = 0;
  for (const { revision, from, to } of pieces) {
    const passage = revisions[revision]?.text.slice(from, to) ?? "";
    const place = text.indexOf(passage, at);
    const credits = all[revision];
    if (place < 0 || !credits) continue;
    brought.set(credits.brought.subarray(from, to), place);
    approved.set(credits.approved.subarray(from, to), place);
    at = place + passage.length;
  }
}

function approve({ approved }: Credits, index: number): void {
  for (const [place, revision] of approved.entries()) {
    if (revision < 0) approved[place] = index;
  }
}

const newCredits = (length: number, index: number): Credits => ({
  brought: new Int32Array(length).fill(index),
  approved: new Int32Array(length).fill(-1),
});

const copyOf = (credits: Credits | undefined): Credits | null =>
  credits ? { brought: credits.brought.slice(), approved: credits.approved.slice() } : null;

function inherit(
  revisions: readonly CreditedRevision[],
  all: readonly Credits[],
  credits: Credits,
  { index, start }: { readonly index: number; readonly start: number },
  locale?: string,
): void {
  const text = revisions[index]?.text ?? "";
  const options = locale === undefined ? {} : { locale };
  const fresh: Side = { text, credits, index };
  const sideOf = (other: number): Side => ({
    text: revisions[other]?.text ?? "",
    credits: all[other] as Credits,
    index: other,
  });
  inheritFromLast(sideOf(index - 1), fresh, options);
  for (const other of searchedBefore(index, start)) {
    if (!credits.brought.includes(index)) return;
    const old = sideOf(other);
    copyEqual(old, fresh, diffMinimal(old.text, text, options).edits, new Uint8Array(old.text.length));
  }
}

interface Side {
  readonly text: string;
  readonly credits: Credits;
  readonly index: number;
}

interface Options {
  readonly locale?: string;
}

/**
 * Each character of the old text gives its credit once. Where words were only left out or only put in, whatever
 * became of the white space beside them, every word that stayed is kept; where words were exchanged, what a reader
 * sees as kept or moved comes first.
 */
function inheritFromLast(old: Side, fresh: Side, options: Options): void {
  const given = new Uint8Array(old.text.length);
  if (!copyOneWay(old, fresh, given, options)) {
    const { hunks } = diffForDisplay(old.text, fresh.text, options);
    copyEqual(old, fresh, hunks, given);
    copyMoved(old, fresh, findMoves(hunks, options.locale), given, options);
  }
  copyEqual(old, fresh, diffMinimal(old.text, fresh.text, options).edits, given);
}

/** Credits of the words of the shorter text if the longer one has them all in their order; false if not. */
function copyOneWay(old: Side, fresh: Side, given: Uint8Array, options: Options): boolean {
  const [before, after] = [wordsOf(old.text, options.locale), wordsOf(fresh.text, options.locale)];
  const { runs } = matchTokens(before, after);
  const kept = runs.reduce((sum, { length }) => sum + length, 0);
  if (kept < Math.min(before.length, after.length)) return false;
  for (const { base, next, length } of runs) {
    for (let step = 0; step < length; step++) {
      copyWord(old, before[base + step] as Token, fresh, after[next + step] as Token, given);
    }
  }
  return true;
}

/** Newest first, without the one just before, and the first revision of the line at last. */
function searchedBefore(index: number, start: number): readonly number[] {
  const count = Math.min(REVISIONS_SEARCHED, Math.max(0, index - start - 1));
  const near = Array.from({ length: count }, (_, step) => index - 2 - step);
  return index - start > 1 && near.at(-1) !== start ? [...near, start] : near;
}

function copyRange(old: Side, start: number, fresh: Side, at: number, length: number): void {
  fresh.credits.brought.set(old.credits.brought.subarray(start, start + length), at);
  fresh.credits.approved.set(old.credits.approved.subarray(start, start + length), at);
}

/** Credits of what both texts have between the edits, as far as they are not given and not known yet. */
function copyEqual(old: Side, fresh: Side, edits: readonly Edit[], given: Uint8Array): void {
  let [base, next] = [0, 0];
  for (const edit of [...edits, { baseFrom: old.text.length, baseTo: 0, nextTo: 0 }]) {
    for (; base < edit.baseFrom; base++, next++) {
      if (given[base] !== 0 || fresh.credits.brought[next] !== fresh.index) continue;
      copyRange(old, base, fresh, next, 1);
      given[base] = 1;
    }
    [base, next] = [edit.baseTo, edit.nextTo];
  }
}

/** Credits of moved passages, word by word: the white space between them may differ. */
function copyMoved(
  old: Side,
  fresh: Side,
  moves: readonly Move[],
  given: Uint8Array,
  { locale }: Options,
): void {
  for (const { from, to } of moves) {
    const before = wordsWithin(old.text, from, locale);
    for (const [at, word] of wordsWithin(fresh.text, to, locale).entries()) {
      const source = before[at];
      if (source) copyWord(old, source, fresh, word, given);
    }
  }
}

function copyWord(old: Side, source: Place, fresh: Side, word: Place, given: Uint8Array): void {
  copyRange(old, source.from, fresh, word.from, word.to - word.from);
  given.fill(1, source.from, source.to);
}

type Place = Pick<Token, "from" | "to">;

const wordsOf = (text: string, locale?: string): readonly Token[] =>
  tokenize(text, locale).filter(({ kind }) => kind !== "space");

const wordsWithin = (text: string, { start, end }: MovePlace, locale?: string): readonly Place[] =>
  wordsOf(text.slice(start, end), locale).map(({ from, to }) => ({ from: start + from, to: start + to }));
