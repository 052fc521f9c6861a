/**
 * From posterior probabilities to confidences that hold what they say. The search counts evidence
 * that is not quite independent, so its odds are too bold; their logarithm is scaled down. Errors
 * come in company: beside a doubtful bead none is sure.
 */
import type { Step } from "./best-path";
import type { Boldness } from "./parameters";

const SUREST = 0.9995;
/** Log-odds by which a bead may be surer than the one beside it. */
const AHEAD = 1;

/**
 * @param path beads in order.
 * @param posteriors their probabilities in the search space, 0..1.
 */
export function confidencesOf(
  path: readonly Step[],
  posteriors: readonly number[],
  boldness: Boldness,
): readonly number[] {
  const odds = path.map((step, index) => logOdds(posteriors[index] ?? 0) * scaleOf(step, boldness));
  return odds.map((own, index) => {
    const beside = Math.min(odds[index - 1] ?? own, odds[index + 1] ?? own);
    return Math.min(SUREST, 1 / (1 + Math.exp(-Math.min(own, beside + AHEAD))));
  });
}

function logOdds(probability: number): number {
  const held = Math.min(1 - 1e-9, Math.max(1e-9, probability));
  return Math.log(held / (1 - held));
}

function scaleOf({ shape }: Step, boldness: Boldness): number {
  if (shape === null) return boldness.unlinked;
  return shape === 0 ? boldness.single : boldness.joined;
}
