import type { Bead } from "../alignment/bead";

/** A source paragraph and the target paragraph that seems to translate it, 0-based; they stand apart. */
export interface MovedParagraph {
  readonly source: number;
  readonly target: number;
}

/**
 * Where the counterpart of a row seems to stand that has one side only.
 *
 * @returns Index of the row that holds it, and nothing on the other side; -1 if there is none.
 */
export function counterpartRow(
  beads: readonly Bead[],
  moved: readonly MovedParagraph[],
  index: number,
): number {
  const bead = beads[index];
  if (!bead || moved.length === 0) return -1;
  if (hasNoTarget(bead)) {
    const pair = moved.find(({ source }) => source >= bead.sourceFrom && source < bead.sourceTo);
    if (!pair) return -1;
    return beads.findIndex(
      (other) => hasNoSource(other) && pair.target >= other.targetFrom && pair.target < other.targetTo,
    );
  }
  if (!hasNoSource(bead)) return -1;
  const pair = moved.find(({ target }) => target >= bead.targetFrom && target < bead.targetTo);
  if (!pair) return -1;
  return beads.findIndex(
    (other) => hasNoTarget(other) && pair.source >= other.sourceFrom && pair.source < other.sourceTo,
  );
}

const hasNoTarget = ({ targetFrom, targetTo }: Bead): boolean => targetFrom === targetTo;
const hasNoSource = ({ sourceFrom, sourceTo }: Bead): boolean => sourceFrom === sourceTo;
