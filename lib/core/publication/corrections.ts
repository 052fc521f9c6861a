/** What later publications of a translation changed, and what readers are told of it. */

import { joinSources } from "./join-sources";
import { anchorsOf, PARAGRAPH_BREAK, type PublicationSnapshot, type PublishedSegment } from "./snapshot";

/** Longest words of an editor on what was corrected, in UTF-16 units. */
export const NOTE_LIMIT = 500;

/** How many publications the list of changes tells at once. */
export const CHANGES_AT_ONCE = 20;

/** A passage that reads otherwise than before: the smallest that begins and ends at the same place in both. */
export interface ChangedPassage {
  /** Fragment of the page of the later publication; of a passage that is gone, of the earlier one. */
  readonly anchor: string;
  /** Texts with the markers of inline codes, paragraphs parted by an empty line; empty where there was none. */
  readonly before: string;
  readonly after: string;
}

/** One publication that changed the text, or of which its editor has said something. */
export interface Correction {
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** How many passages read otherwise than before. */
  readonly passages: number;
  /** What its editor says was corrected; empty if nothing. */
  readonly note: string;
}

/** How a translation has changed since readers have had it without a break. */
export interface PublicationHistory {
  readonly firstNumber: number;
  readonly firstPublishedAt: string;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
}

type Texts = Pick<PublicationSnapshot, "segments">;

/**
 * The passages in which two publications differ, in the order of the later one. They are matched by the source
 * paragraphs that they translate, not by their place: a repair of the alignment that leaves the text alone changes
 * nothing.
 */
export function changedPassages(before: Texts, after: Texts): readonly ChangedPassage[] {
  const joined = joinSources([...before.segments, ...after.segments]);
  // not by the anchors that they had: what has no source was named otherwise once
  const names = new Map(
    [before, after].flatMap(({ segments }) => {
      const anchors = anchorsOf(segments);
      return segments.map((segment, at) => [segment, anchors[at] ?? segment.anchor] as const);
    }),
  );
  const keyOf = (segment: PublishedSegment) => joined(segment) ?? names.get(segment) ?? segment.anchor;
  const [old, now] = [passages(before.segments, keyOf), passages(after.segments, keyOf)];
  const all = inOrder([...now.keys()], [...old.keys()]).map((key) => ({
    anchor: (now.get(key) ?? old.get(key))?.anchor ?? "",
    before: old.get(key)?.text ?? "",
    after: now.get(key)?.text ?? "",
  }));
  return withoutShifts(all).filter(isChanged);
}

const isChanged = ({ before, after }: ChangedPassage): boolean => before !== after;

/** The later order, and what is only in the earlier one behind what it came after. */
function inOrder(now: readonly string[], old: readonly string[]): readonly string[] {
  const known = new Set(now);
  const following = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const key of old) {
    if (known.has(key)) last = key;
    else {
      const keys = following.get(last) ?? [];
      keys.push(key);
      following.set(last, keys);
    }
  }
  return [...(following.get(null) ?? []), ...now.flatMap((key) => [key, ...(following.get(key) ?? [])])];
}

/**
 * Without neighbours that together read as before: their text was only assigned to other source paragraphs. Where these
 * have kept their order, readers see the same words in the same order.
 */
function withoutShifts(passages: readonly ChangedPassage[]): readonly ChangedPassage[] {
  const sides = { before: flat(passages, "before"), after: flat(passages, "after") };
  const kept: ChangedPassage[] = [];
  for (let from = 0; from < passages.length; ) {
    const length = shiftAt(sides, from);
    if (length === 0) kept.push(...passages.slice(from, from + 1));
    from += Math.max(length, 1);
  }
  return kept;
}

/** The paragraphs of one side, one after the other, and the place of each passage's first one. */
interface Flat {
  readonly paragraphs: readonly string[];
  readonly starts: readonly number[];
}

function flat(passages: readonly ChangedPassage[], side: "before" | "after"): Flat {
  const paragraphs: string[] = [];
  const starts = [0];
  for (const { [side]: text } of passages) {
    if (text !== "") for (const one of text.split(PARAGRAPH_BREAK)) paragraphs.push(one);
    starts.push(paragraphs.length);
  }
  return { paragraphs, starts };
}

/** How many neighbours from here on read the same together; 0 if no number of them does. */
function shiftAt({ before, after }: Readonly<Record<"before" | "after", Flat>>, from: number): number {
  const [beforeStart = 0, afterStart = 0] = [before.starts[from], after.starts[from]];
  // known without looking how far the shorter side has nothing
  if (before.paragraphs[beforeStart] !== after.paragraphs[afterStart]) return 0;
  let same = 0;
  for (let to = from + 1; to < before.starts.length; to++) {
    const beforeLength = (before.starts[to] ?? 0) - beforeStart;
    const afterLength = (after.starts[to] ?? 0) - afterStart;
    const both = Math.min(beforeLength, afterLength);
    while (same < both && before.paragraphs[beforeStart + same] === after.paragraphs[afterStart + same])
      same++;
    if (same < both) return 0; // nothing that follows makes these the same
    if (beforeLength === afterLength) return to - from;
  }
  return 0;
}

const joinTexts = (...texts: readonly string[]): string =>
  texts.filter((text) => text !== "").join(PARAGRAPH_BREAK);

interface Passage {
  readonly anchor: string;
  readonly text: string;
}

function passages(
  segments: readonly PublishedSegment[],
  keyOf: (segment: PublishedSegment) => string,
): ReadonlyMap<string, Passage> {
  const found = new Map<string, Passage>();
  for (const segment of segments) {
    const key = keyOf(segment);
    const text = segment.target.map((paragraph) => paragraph.text).join(PARAGRAPH_BREAK);
    const known = found.get(key);
    found.set(key, { anchor: known?.anchor ?? segment.anchor, text: joinTexts(known?.text ?? "", text) });
  }
  return found;
}

/**
 * The history that the next publication carries. `before`: what readers have now; null if they have nothing, so that
 * a withdrawal ends a history: nothing of what was withdrawn is told or shown any more.
 */
export function nextHistory(
  before: { readonly number: number; readonly snapshot: PublicationSnapshot } | null,
  next: Texts & { readonly number: number; readonly publishedAt: string; readonly note: string },
): PublicationHistory {
  const { number, publishedAt, note } = next;
  if (!before) return { firstNumber: number, firstPublishedAt: publishedAt, corrections: [] };
  const { history, publishedAt: earlierAt } = before.snapshot;
  const known = history ?? { firstNumber: before.number, firstPublishedAt: earlierAt, corrections: [] };
  const changed = changedPassages(before.snapshot, next).length;
  if (changed === 0 && note === "") return known;
  return {
    ...known,
    corrections: [...known.corrections, { number, at: publishedAt, passages: changed, note }],
  };
}
