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
  const keys = new Set([...now.keys(), ...old.keys()]);
  return [...keys]
    .map((key) => ({
      anchor: (now.get(key) ?? old.get(key))?.anchor ?? "",
      before: old.get(key)?.text ?? "",
      after: now.get(key)?.text ?? "",
    }))
    .filter((passage) => passage.before !== passage.after);
}

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
    const texts = [known?.text ?? "", text].filter((one) => one !== "");
    found.set(key, { anchor: known?.anchor ?? segment.anchor, text: texts.join(PARAGRAPH_BREAK) });
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
