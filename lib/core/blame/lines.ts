import { type BlamedRevision, type BlamedToken, blameEach } from "./blame";

/** A revision of a row, and, if a repair made the row, where its first text was put together from. */
export interface LineRevision extends BlamedRevision {
  readonly id: string;
  /** Passages of revisions of other rows, in order; offsets in UTF-16 units. Null for every text that was not. */
  readonly parts:
    | readonly { readonly revisionId: string; readonly from: number; readonly to: number }[]
    | null;
}

/** The revisions of every row, first to last, by the row's id; also of rows that a repair has retired. */
export type Lines<R> = ReadonlyMap<string, readonly R[]>;

/**
 * Whose every word of the current text of these rows is, through the repairs that the rows came out of: what was cut
 * or joined keeps whoever wrote and approved it before. Laws as of `blame`.
 *
 * @param wanted Ids of rows that have a revision.
 */
export function blameLines<R extends LineRevision>(
  lines: Lines<R>,
  wanted: readonly string[],
  options: { readonly locale?: string } = {},
): readonly (readonly BlamedToken<R>[])[] {
  const ordered = sourcesFirst(lines, wanted);
  const revisions = ordered.flatMap((id) => lines.get(id) ?? []);
  const indexOf = new Map(revisions.map(({ id }, index) => [id, index]));
  const firsts = new Set(ordered.map((id) => lines.get(id)?.[0]?.id));
  const placed = revisions.map((revision) => ({
    ...revision,
    pieces: firsts.has(revision.id) ? piecesOf(revision, indexOf) : undefined,
  }));
  const ends = wanted.map((id) => indexOf.get(lines.get(id)?.at(-1)?.id ?? "") ?? -1);
  return blameEach(placed, ends, options);
}

/**
 * The lines as they were when these revisions were the current texts: what a row got after its end is left out. Rows
 * without an end, which others may have come out of, stay whole. With the row of each end, in the order of the ends.
 *
 * @throws if no row has one of the revisions: what is counted would not be what is meant.
 */
export function linesUpTo<R extends LineRevision>(
  lines: Lines<R>,
  ends: readonly string[],
): { readonly lines: Lines<R>; readonly rows: readonly string[] } {
  const wanted = new Set(ends);
  const rowOf = new Map<string, string>();
  const cut = new Map<string, readonly R[]>();
  for (const [row, revisions] of lines) {
    const end = revisions.findIndex(({ id }) => wanted.has(id));
    cut.set(row, end === -1 ? revisions : revisions.slice(0, end + 1));
    if (end !== -1) rowOf.set(revisions[end]?.id ?? "", row);
  }
  const rows = ends.map((id) => {
    const row = rowOf.get(id);
    if (row === undefined) throw new Error(`no row has the revision ${id}`);
    return row;
  });
  return { lines: cut, rows };
}

const piecesOf = ({ parts }: LineRevision, indexOf: ReadonlyMap<string, number>) =>
  (parts ?? []).flatMap(({ revisionId, from, to }) => {
    const revision = indexOf.get(revisionId);
    return revision === undefined ? [] : [{ revision, from, to }];
  });

/** The rows and all that their words come from, each after those that it was put together from. */
function sourcesFirst<R extends LineRevision>(lines: Lines<R>, wanted: readonly string[]): readonly string[] {
  const lineOf = new Map([...lines].flatMap(([line, all]) => all.map(({ id }) => [id, line] as const)));
  const ordered = new Set<string>();
  const begun = new Set<string>();
  // A stack instead of recursion: rows can come out of hundreds of repairs.
  const waiting = [...wanted].reverse();
  for (let line = waiting.at(-1); line !== undefined; line = waiting.at(-1)) {
    const sources = (lines.get(line)?.[0]?.parts ?? []).flatMap(
      ({ revisionId }) => lineOf.get(revisionId) ?? [],
    );
    const missing = begun.has(line) ? [] : sources.filter((source) => !ordered.has(source));
    begun.add(line);
    if (missing.length > 0) waiting.push(...missing);
    else {
      waiting.pop();
      ordered.add(line);
    }
  }
  return [...ordered];
}
