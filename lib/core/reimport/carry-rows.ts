/** How the rows of a translation follow a new version of their source. */
import type { ParagraphId } from "../shared/ids";
import type { ChangeGrade } from "./grade-change";
import type { SourcePlace } from "./plan-source";
import { type VersionRow, worseGrade } from "./version";

/** A row of the new version before its text is known. */
export interface RowDraft {
  /** Its places in the new source, half-open; equal where it has no source. */
  readonly from: number;
  readonly to: number;
  /** Rows whose place it takes; none for a new one. */
  readonly rows: readonly VersionRow[];
  readonly grade: ChangeGrade | "new";
  readonly moved: boolean;
  /** Of the pair, 0..1. */
  readonly confidence: number;
}

/**
 * Every row goes where its paragraphs went: it stays whole as long as they stand together, and takes
 * in what was put between them. New paragraphs, and those that were torn from their row, get rows of
 * their own. Rows without source stay behind the row that they stood behind.
 *
 * @returns rows that hold the whole new source in order, and the rows whose source is gone.
 */
export function carryRows(
  rows: readonly VersionRow[],
  places: readonly SourcePlace[],
): { readonly drafts: readonly RowDraft[]; readonly gone: readonly VersionRow[] } {
  const owners = ownersOf(rows, places);
  const spans = spansOf(owners);
  const sourced = spans.map(({ owner, from, to }): RowDraft => {
    const row = rows[owner];
    if (!row) return { from, to, rows: [], grade: "new", moved: false, confidence: 1 };
    const own = places.slice(from, to);
    return {
      from,
      to,
      rows: [row],
      grade: gradeOf(row, own),
      moved: own.some(({ moved }) => moved),
      confidence: row.confidence,
    };
  });
  const carried = new Set(sourced.flatMap((draft) => draft.rows));
  const isGone = (row: VersionRow) => row.sources.length > 0 && !carried.has(row);
  return { drafts: putBetween(sourced, rows), gone: rows.filter(isGone) };
}

/** For each place the index of the row that it belongs to, or -1. */
function ownersOf(rows: readonly VersionRow[], places: readonly SourcePlace[]): readonly number[] {
  const rowOf = new Map<ParagraphId, number>();
  for (const [index, row] of rows.entries()) for (const { id } of row.sources) rowOf.set(id, index);
  const homes = places.map(({ before }) => (before ? (rowOf.get(before.id) ?? -1) : -1));
  const inPlace = new Set(homes.filter((_, at) => !places[at]?.moved));
  // A row of which nothing stayed in place goes with the first of its paragraphs, and with those beside it.
  const ends = new Map<number, number>();
  return homes.map((home, at) => {
    if (home < 0) return -1;
    if (inPlace.has(home)) return places[at]?.moved ? -1 : home;
    if ((ends.get(home) ?? at) !== at) return -1;
    ends.set(home, at + 1);
    return home;
  });
}

interface Span {
  readonly owner: number;
  readonly from: number;
  to: number;
}

/** The places in rows: those of one owner with what lies between, all others alone. */
function spansOf(owners: readonly number[]): readonly Span[] {
  const spans: Span[] = [];
  const seen = new Set<number>();
  let last = null as Span | null;
  const alone = (from: number, to: number) => {
    for (let at = from; at < to; at++) spans.push({ owner: -1, from: at, to: at + 1 });
  };
  let done = 0;
  for (const [at, owner] of owners.entries()) {
    if (owner < 0) continue;
    if (last?.owner === owner) last.to = at + 1;
    else if (seen.has(owner)) continue;
    else {
      alone(done, at);
      last = { owner, from: at, to: at + 1 };
      spans.push(last);
      seen.add(owner);
    }
    done = at + 1;
  }
  alone(done, owners.length);
  return spans;
}

function gradeOf(row: VersionRow, own: readonly SourcePlace[]): ChangeGrade {
  const isWhole =
    own.length === row.sources.length &&
    own.every(({ before }, index) => before?.id === row.sources[index]?.id);
  if (!isWhole) return "changed";
  return own.reduce<ChangeGrade>(
    (worst, { grade }) => (grade === "new" ? worst : worseGrade(worst, grade)),
    "same",
  );
}

function putBetween(sourced: readonly RowDraft[], rows: readonly VersionRow[]): readonly RowDraft[] {
  const behind = new Map<VersionRow | null, VersionRow[]>();
  const inPlace = new Set(sourced.flatMap((draft) => (draft.moved ? [] : draft.rows)));
  let anchor: VersionRow | null = null;
  for (const row of rows) {
    if (row.sources.length > 0) anchor = inPlace.has(row) ? row : anchor;
    else if (behind.has(anchor)) behind.get(anchor)?.push(row);
    else behind.set(anchor, [row]);
  }
  const unsourced = (row: VersionRow | null, at: number) =>
    (behind.get(row) ?? []).map(
      (other): RowDraft => ({
        from: at,
        to: at,
        rows: [other],
        grade: "same",
        moved: false,
        confidence: other.confidence,
      }),
    );
  return [
    ...unsourced(null, 0),
    ...sourced.flatMap((draft) => [draft, ...(draft.rows[0] ? unsourced(draft.rows[0], draft.to) : [])]),
  ];
}
