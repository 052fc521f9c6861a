/** Which requests bring the texts of the rows that are about to be seen. */

/** One request: rows `from` up to and not including `to`, or rows by their positions. */
export type RowRequest =
  | { readonly kind: "window"; readonly from: number; readonly to: number }
  | { readonly kind: "scattered"; readonly positions: readonly number[] };

/** Rows per window; windows begin at its multiples so that neighbours share them. */
export const WINDOW = 50;

/** Most rows that one request names by id: an address of about 3,000 characters. */
export const SCATTERED = 80;

/**
 * Covers every missing position (0-based, ascending) with as few requests as their places
 * allow: whole windows where a window holds several of them, ids for the single ones.
 * `count` is the number of rows of the translation; windows end there.
 */
export function planRequests(missing: readonly number[], count: number): readonly RowRequest[] {
  const byWindow = new Map<number, number[]>();
  for (const position of missing) {
    const start = Math.floor(position / WINDOW) * WINDOW;
    byWindow.set(start, [...(byWindow.get(start) ?? []), position]);
  }
  const requests: RowRequest[] = [];
  const single: number[] = [];
  for (const [from, positions] of byWindow) {
    const to = Math.min(from + WINDOW, count);
    if (positions.length * 3 >= to - from) requests.push({ kind: "window", from, to });
    else single.push(...positions);
  }
  for (let at = 0; at < single.length; at += SCATTERED) {
    requests.push({ kind: "scattered", positions: single.slice(at, at + SCATTERED) });
  }
  return requests;
}
