/** Where words that wait (open proposals, drafts) go when their row is retired. */
import type { SegmentId, UserId } from "../shared/ids";
import type { RepairRow } from "./row";

/** An open proposal or a draft. */
export interface WaitingWords {
  readonly id: string;
  readonly segmentId: SegmentId;
  readonly personId: UserId;
  /** The text that it was written on. */
  readonly baseText: string;
  /** A person has at most one such text per row. */
  readonly isExclusive: boolean;
}

/** A row of either state of a run: before or after the repair. */
export type StandingRow = Pick<RepairRow, "id" | "sources" | "targetText">;

export interface WordsMove {
  readonly id: string;
  readonly from: SegmentId;
  readonly to: SegmentId;
}

/**
 * Words on rows that go follow their text: to the row that got most of it, if the whole text
 * that they were written on still stands there and none of the same person waits there. Words
 * that find no row are in no move: they stay with the retired row, which is the tray.
 *
 * @param before,after the run before and after; both hold the same text but for white space.
 * @param words on rows of either; those on rows that come or stay only hold their place.
 */
export function followText(
  before: readonly StandingRow[],
  after: readonly StandingRow[],
  words: readonly WaitingWords[],
): readonly WordsMove[] {
  const [oldPlaces, newPlaces] = [placesOf(before), placesOf(after)];
  const stays = new Set(after.map((row) => row.id));
  const taken = new Set(
    words.filter((word) => stays.has(word.segmentId)).map((word) => slot(word, word.segmentId)),
  );
  const moves: WordsMove[] = [];
  for (const word of words) {
    const old = stays.has(word.segmentId)
      ? undefined
      : oldPlaces.find((place) => place.row.id === word.segmentId);
    const target = old && bestRow(old, newPlaces, word);
    if (!target || taken.has(slot(word, target.id))) continue;
    taken.add(slot(word, target.id));
    moves.push({ id: word.id, from: word.segmentId, to: target.id });
  }
  return moves;
}

/** Words of which there may be several per row and person have a place each. */
const slot = (word: WaitingWords, segmentId: SegmentId): string =>
  `${segmentId} ${word.isExclusive ? word.personId : word.id}`;

interface Place {
  readonly row: StandingRow;
  /** Half-open, in UTF-16 units of the run's text without white space. */
  readonly from: number;
  readonly to: number;
}

/** Where each row stands in the text of the whole run; white space is what joining and splitting may change. */
function placesOf(rows: readonly StandingRow[]): readonly Place[] {
  let from = 0;
  return rows.map((row) => {
    const to = from + row.targetText.replace(/\s+/g, "").length;
    const place = { row, from, to };
    from = to;
    return place;
  });
}

function bestRow(old: Place, places: readonly Place[], { baseText }: WaitingWords): StandingRow | null {
  let best: { readonly row: StandingRow; readonly shared: number } | null = null;
  for (const { row, from, to } of places) {
    const shared = Math.min(to, old.to) - Math.max(from, old.from);
    const isRelated = baseText === "" ? holdsSources(row, old.row) : shared > 0;
    if (isRelated && row.targetText.includes(baseText) && (!best || shared > best.shared)) {
      best = { row, shared };
    }
  }
  return best?.row ?? null;
}

/** Words written where there was no text follow the source. */
function holdsSources(row: StandingRow, old: StandingRow): boolean {
  const held = new Set(row.sources.map((source) => source.id));
  return old.sources.length > 0 && old.sources.every((source) => held.has(source.id));
}
