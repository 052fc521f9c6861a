/**
 * The part of the table of positions that a search looks at: for each number of source units
 * done, the least and greatest number of target units done. A position is a boundary, so rows
 * run from 0 to the number of source units.
 */
export interface Band {
  readonly rows: number;
  readonly columns: number;
  /** Number of cells. */
  readonly size: number;
  /** First and last column of a row, both inclusive. */
  low(row: number): number;
  high(row: number): number;
  /** Index of the cell, or -1 outside the band. */
  cell(row: number, column: number): number;
}

/** The whole table. */
export function fullBand(sources: number, targets: number): Band {
  return bandOf(new Int32Array(sources + 1), new Int32Array(sources + 1).fill(targets), targets);
}

/**
 * A band from wishes per row. They are widened until both ends are inside, neither border runs
 * back, and each row touches the one before, so that a path always exists.
 */
export function bandFrom(lows: Int32Array, highs: Int32Array, targets: number): Band {
  const low = Int32Array.from(lows, (column) => Math.min(targets, Math.max(0, column)));
  const high = Int32Array.from(highs, (column) => Math.min(targets, Math.max(0, column)));
  const last = low.length - 1;
  low[0] = 0;
  high[last] = targets;
  for (let row = last - 1; row >= 0; row--) low[row] = Math.min(low[row] ?? 0, low[row + 1] ?? 0);
  for (let row = 1; row <= last; row++) high[row] = Math.max(high[row] ?? 0, high[row - 1] ?? 0);
  for (let row = 1; row <= last; row++) low[row] = Math.min(low[row] ?? 0, high[row - 1] ?? 0);
  for (let row = 0; row <= last; row++) high[row] = Math.max(high[row] ?? 0, low[row] ?? 0);
  return bandOf(low, high, targets);
}

function bandOf(low: Int32Array, high: Int32Array, targets: number): Band {
  const offset = new Int32Array(low.length + 1);
  for (let row = 0; row < low.length; row++) {
    offset[row + 1] = (offset[row] ?? 0) + (high[row] ?? 0) - (low[row] ?? 0) + 1;
  }
  return {
    rows: low.length - 1,
    columns: targets,
    size: offset[low.length] ?? 0,
    low: (row) => low[row] ?? 0,
    high: (row) => high[row] ?? 0,
    cell: (row, column) => {
      if (row < 0 || column < (low[row] ?? 0) || column > (high[row] ?? -1)) return -1;
      return (offset[row] ?? 0) + column - (low[row] ?? 0);
    },
  };
}
