/** Two equal units, by index, one of each side. Lists of links rise on both sides. */
export interface Link {
  readonly base: number;
  readonly next: number;
}

/** Two sequences of unit ids (equal ids mean equal texts) and what each base unit is worth. */
export interface Sequences {
  readonly base: Int32Array;
  readonly next: Int32Array;
  readonly weights: Float64Array;
}

/** Half-open ranges of unit indices of both sides. */
export interface Box {
  readonly baseFrom: number;
  readonly baseTo: number;
  readonly nextFrom: number;
  readonly nextTo: number;
}

/**
 * What opening one more change costs, in the weights of units. Below the weight of a content word and at
 * that of two small ones: a small word alone between two changes is not worth keeping.
 */
export const OPENING = 0.9;

/** Keeping a run together is worth a little, so that equal scores prefer unbroken runs. */
const CONTINUATION = 0.02;
const LOWEST = -1e9;

/**
 * The alignment of two short sequences that is best for a reader: the weights of the linked units less
 * `OPENING` for each change between them. One change may both delete and insert. After: "An improved
 * algorithm for matching biological sequences", Journal of Molecular Biology 162 (1982), pp. 705-708,
 * with substitution allowed for equal units only.
 *
 * Time and space are units of base times units of next (one byte a cell).
 */
export function alignAffine(sequences: Sequences, box: Box): readonly Link[] {
  const [rows, columns] = [box.baseTo - box.baseFrom, box.nextTo - box.nextFrom];
  if (rows === 0 || columns === 0) return [];
  const width = columns + 1;
  const back = new Uint8Array((rows + 1) * width);
  let linkedAbove = new Float64Array(width).fill(LOWEST);
  let openAbove = new Float64Array(width).fill(LOWEST);
  let linked = new Float64Array(width);
  let open = new Float64Array(width);
  for (let row = 0; row <= rows; row++) {
    const current: Rows = { linkedAbove, openAbove, linked, open, back };
    fillLinks(sequences, box, row, current);
    fillOpen(columns, row, current);
    [linkedAbove, linked] = [linked, linkedAbove];
    [openAbove, open] = [open, openAbove];
  }
  const endsOpen = (openAbove[columns] ?? 0) > (linkedAbove[columns] ?? 0);
  return traceBack(back, box, endsOpen);
}

/** Bits of a cell of `back`: how the best path came here. */
const LINK_AFTER_CHANGE = 1;
const OPEN_FROM_LEFT = 2;
const OPEN_CONTINUED = 4;

interface Rows {
  readonly linkedAbove: Float64Array;
  readonly openAbove: Float64Array;
  readonly linked: Float64Array;
  readonly open: Float64Array;
  readonly back: Uint8Array;
}

/** Scores of the paths that end with a link in this row. */
function fillLinks({ base, next, weights }: Sequences, box: Box, row: number, rows: Rows): void {
  const { linkedAbove, openAbove, linked, back } = rows;
  const columns = box.nextTo - box.nextFrom;
  linked.fill(LOWEST);
  if (row === 0) {
    linked[0] = 0;
    return;
  }
  const id = base[box.baseFrom + row - 1];
  const weight = weights[box.baseFrom + row - 1] as number;
  for (let column = 1; column <= columns; column++) {
    if (next[box.nextFrom + column - 1] !== id) continue;
    const continued = (linkedAbove[column - 1] as number) + CONTINUATION;
    const afterChange = openAbove[column - 1] as number;
    linked[column] = weight + Math.max(continued, afterChange);
    if (afterChange > continued) back[row * (columns + 1) + column] = LINK_AFTER_CHANGE;
  }
}

/** Scores of the paths that end within a change in this row; `linked` must be filled. */
function fillOpen(columns: number, row: number, rows: Rows): void {
  const { linkedAbove, openAbove, linked, open, back } = rows;
  let left = LOWEST;
  let leftWay = 0;
  for (let column = 0; column <= columns; column++) {
    let best = left;
    let way = OPEN_FROM_LEFT | leftWay;
    const opened = (linkedAbove[column] as number) - OPENING;
    const continued = openAbove[column] as number;
    if (opened >= best) {
      best = opened;
      way = 0;
    }
    if (continued > best) {
      best = continued;
      way = OPEN_CONTINUED;
    }
    open[column] = best;
    const at = row * (columns + 1) + column;
    back[at] = (back[at] as number) | way;
    const openedHere = (linked[column] as number) - OPENING;
    left = Math.max(openedHere, best);
    leftWay = best > openedHere ? OPEN_CONTINUED : 0;
  }
}

function traceBack(back: Uint8Array, box: Box, endsOpen: boolean): readonly Link[] {
  const links: Link[] = [];
  let [row, column] = [box.baseTo - box.baseFrom, box.nextTo - box.nextFrom];
  const width = column + 1;
  let isOpen = endsOpen;
  while (row > 0 || column > 0) {
    const cell = back[row * width + column] as number;
    if (isOpen) {
      if (cell & OPEN_FROM_LEFT) column--;
      else row--;
      isOpen = (cell & OPEN_CONTINUED) !== 0;
    } else {
      row--;
      column--;
      links.push({ base: box.baseFrom + row, next: box.nextFrom + column });
      isOpen = (cell & LINK_AFTER_CHANGE) !== 0;
    }
  }
  return links.reverse();
}
