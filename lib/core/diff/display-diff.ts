import type { Link } from "./affine-alignment";
import { alignUnits } from "./align-units";
import type { DisplayDiff, Hunk } from "./hunk";
import { hunkKindOf } from "./hunk-kind";
import { slideChanges } from "./slide-changes";
import { commonLead, commonTail, type Stretch } from "./stretch";
import { readUnits, type UnitSide } from "./units";

export type { DisplayDiff, Hunk, HunkKind } from "./hunk";

/**
 * The difference of two texts as a person reads it.
 *
 * Laws, for every input: applying all hunks to `base` gives `next` byte for byte and reverting them gives
 * `base` (also any subset, see `apply`); equal texts give no hunk, unequal ones at least one; no boundary
 * cuts a word, an inline code, a grapheme cluster or a surrogate pair; two hunks never touch; swapping the
 * texts swaps `deleted` and `inserted` and changes nothing else. Between two hunks there is more than a
 * small word. Space that both sides share at the edges of a change stays outside the hunk.
 *
 * Time and memory are bounded: beyond about 2,000 x 2,000 changed words the result may be coarse, and then
 * `precise` is false.
 *
 * @param options.locale Language of both texts, for scripts without spaces between words.
 */
export function diffForDisplay(
  base: string,
  next: string,
  options: { readonly locale?: string } = {},
): DisplayDiff {
  if (base === next) return { hunks: [], precise: true };
  if (base > next) return swap(diffForDisplay(next, base, options));
  const baseSide = { text: base, units: readUnits(base, options.locale) };
  const nextSide = { text: next, units: readUnits(next, options.locale) };
  const { links, precise } = alignUnits(baseSide, nextSide, options.locale);
  const placed = slideChanges(links, baseSide.units, nextSide.units);
  return { hunks: readHunks(baseSide, nextSide, placed), precise };
}

const swap = ({ hunks, precise }: DisplayDiff): DisplayDiff => ({
  precise,
  hunks: hunks.map((hunk) => ({
    baseFrom: hunk.nextFrom,
    baseTo: hunk.nextTo,
    nextFrom: hunk.baseFrom,
    nextTo: hunk.baseTo,
    deleted: hunk.inserted,
    inserted: hunk.deleted,
    kind: hunk.kind,
  })),
});

/** One hunk for every stretch between two linked units that differs. */
function readHunks(base: UnitSide, next: UnitSide, links: readonly Link[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let last: Link = { base: -1, next: -1 };
  for (const link of [...links, { base: base.units.length, next: next.units.length }]) {
    const deleted = stretchBetween(base, last.base, link.base);
    const inserted = stretchBetween(next, last.next, link.next);
    if (deleted.text !== inserted.text) hunks.push(readHunk(deleted, inserted));
    last = link;
  }
  return hunks;
}

function stretchBetween({ text, units }: UnitSide, before: number, after: number): Stretch {
  const from = units[before]?.to ?? 0;
  const to = units[after]?.from ?? text.length;
  const hasUnits = after - before > 1;
  return {
    from,
    text: text.slice(from, to),
    lead: text.slice(from, hasUnits ? units[before + 1]?.from : to),
    tail: text.slice(hasUnits ? (units[after - 1]?.to ?? from) : from, to),
  };
}

function readHunk(base: Stretch, next: Stretch): Hunk {
  const lead = commonLead(base.lead, next.lead);
  const tail = commonTail(base, next, lead);
  const deleted = base.text.slice(lead, base.text.length - tail);
  const inserted = next.text.slice(lead, next.text.length - tail);
  return {
    baseFrom: base.from + lead,
    baseTo: base.from + lead + deleted.length,
    nextFrom: next.from + lead,
    nextTo: next.from + lead + inserted.length,
    deleted,
    inserted,
    kind: hunkKindOf(deleted, inserted),
  };
}
