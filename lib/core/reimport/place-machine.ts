/** Into which rows the paragraphs of a new machine translation go. */
import type { Bead } from "../alignment/bead";
import type { TargetParagraphId } from "../shared/ids";
import type { RowDraft } from "./carry-rows";
import type { MachinePlace } from "./match-machine";

/** A row with the paragraphs of the new machine translation that belong to it. */
export interface FilledDraft extends RowDraft {
  readonly machine: readonly MachinePlace[];
}

/**
 * Rows whose text is a person's, or whose machine paragraphs all stayed, keep their place, and so do
 * the rows that nothing asks to be cut otherwise; all others are cut as the beads say. A paragraph
 * that was there before goes where it was, a new one where its bead points.
 *
 * @returns the rows in order; each paragraph is in at least one of them.
 */
export function placeMachine(
  drafts: readonly RowDraft[],
  beads: readonly Bead[],
  places: readonly MachinePlace[],
): readonly FilledDraft[] {
  const same = new Set(places.flatMap(({ before, isSame }) => (before && isSame ? [before] : [])));
  const telling = new Set(places.filter(({ isSame }) => !isSame).map(({ bead }) => bead));
  const rows = cutByBeads(drafts, beads, telling, (draft) => isFixed(draft, same));
  const byTarget = rowsByTarget(rows);
  const bySource = rowsBySource(rows);
  const filled = new Map<RowDraft, MachinePlace[]>(rows.map((row) => [row, []]));
  const loose = new Map<Bead, MachinePlace[]>();
  const homesOf = ({ before, isSame, bead }: MachinePlace): readonly RowDraft[] => {
    const known = before ? (byTarget.get(before) ?? []) : [];
    if (known.length > 0) return isSame ? known : known.slice(0, 1);
    return bead.sourceTo > bead.sourceFrom ? bySource.slice(bead.sourceFrom, bead.sourceFrom + 1) : [];
  };
  for (const place of places) {
    const homes = homesOf(place);
    for (const row of homes) filled.get(row)?.push(place);
    if (homes.length === 0) loose.set(place.bead, [...(loose.get(place.bead) ?? []), place]);
  }
  return withLoose(
    rows.map((row) => ({ ...row, machine: filled.get(row) ?? [] })),
    loose,
  );
}

function isFixed({ rows: [row] }: RowDraft, same: ReadonlySet<TargetParagraphId>): boolean {
  if (!row) return false;
  return row.worked || (row.targets.length > 0 && row.targets.every((target) => same.has(target)));
}

const hasSource = ({ from, to }: RowDraft): boolean => to > from;

/**
 * Stretches that rows and beads cut differently are cut as the beads do, unless a fixed row stands in
 * them or none of these beads is `telling`: has anything new to say.
 */
function cutByBeads(
  drafts: readonly RowDraft[],
  beads: readonly Bead[],
  telling: ReadonlySet<Bead>,
  isFixedRow: (draft: RowDraft) => boolean,
): readonly RowDraft[] {
  const linked = beads.filter((bead) => bead.sourceTo > bead.sourceFrom);
  let next = 0;
  return stretchesOf(drafts, linked).flatMap((stretch) => {
    const end = stretch.at(-1)?.to ?? 0;
    const from = next;
    while ((linked[next]?.sourceTo ?? Number.POSITIVE_INFINITY) <= end) next += 1;
    const own = linked.slice(from, next);
    const rows = stretch.filter(hasSource);
    const isCut = own.length !== rows.length || own.some((bead, at) => bead.sourceTo !== rows[at]?.to);
    const isOpen = own.some((bead) => telling.has(bead)) && !rows.some(isFixedRow);
    if (!isCut || !isOpen) return stretch;
    return [...own.map((bead) => remade(bead, rows)), ...stretch.filter((row) => !hasSource(row))];
  });
}

/** The rows in the shortest runs that end where a bead ends. */
function stretchesOf(drafts: readonly RowDraft[], linked: readonly Bead[]): readonly (readonly RowDraft[])[] {
  const ends = new Set([0, ...linked.map(({ sourceTo }) => sourceTo)]);
  const stretches: RowDraft[][] = [];
  let open: RowDraft[] = [];
  for (const draft of drafts) {
    open.push(draft);
    if (!ends.has(draft.to)) continue;
    stretches.push(open);
    open = [];
  }
  return [...stretches, open];
}

/** The row of a bead; rows that begin in it give way to it. */
function remade(bead: Bead, stretch: readonly RowDraft[]): RowDraft {
  const begun = stretch.filter(({ from }) => from >= bead.sourceFrom && from < bead.sourceTo);
  const rows = begun.flatMap((draft) => draft.rows);
  return {
    from: bead.sourceFrom,
    to: bead.sourceTo,
    rows,
    grade: rows.length > 0 ? "changed" : "new",
    moved: false,
    confidence: bead.confidence,
  };
}

function rowsByTarget(rows: readonly RowDraft[]): ReadonlyMap<TargetParagraphId, readonly RowDraft[]> {
  const found = new Map<TargetParagraphId, RowDraft[]>();
  for (const draft of rows) {
    for (const target of draft.rows.flatMap((row) => row.targets)) {
      if (found.has(target)) found.get(target)?.push(draft);
      else found.set(target, [draft]);
    }
  }
  return found;
}

/** For each source place its row. */
const rowsBySource = (rows: readonly RowDraft[]): readonly RowDraft[] =>
  rows.flatMap((row) => Array<RowDraft>(row.to - row.from).fill(row));

/** Paragraphs of beads without source get rows of their own, behind the row of the source before them. */
function withLoose(
  rows: readonly FilledDraft[],
  loose: ReadonlyMap<Bead, readonly MachinePlace[]>,
): readonly FilledDraft[] {
  const made = [...loose].map(([bead, machine]): FilledDraft => {
    const at = bead.sourceFrom;
    return { from: at, to: at, rows: [], grade: "new", moved: false, confidence: bead.confidence, machine };
  });
  const filled: FilledDraft[] = [];
  let next = 0;
  for (const row of rows) {
    while (made[next] && hasSource(row) && (made[next]?.from ?? 0) <= row.from) {
      filled.push(made[next] as FilledDraft);
      next += 1;
    }
    filled.push(row);
  }
  return [...filled, ...made.slice(next)];
}
