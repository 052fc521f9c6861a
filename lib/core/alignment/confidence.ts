/**
 * From a posterior probability to a confidence that holds what it says. The search counts evidence
 * that is not quite independent, so its odds are too bold; their logarithm is scaled down.
 */
import type { AlignmentParameters } from "./parameters";

const SUREST = 0.9995;

/**
 * @param posterior probability of the bead in its search space, 0..1.
 * @param linked the bead has two sides.
 */
export function confidenceOf(
  posterior: number,
  linked: boolean,
  boldness: AlignmentParameters["boldness"],
): number {
  const held = Math.min(1 - 1e-9, Math.max(1e-9, posterior));
  const odds = Math.log(held / (1 - held)) * (linked ? boldness.linked : boldness.unlinked);
  return Math.min(SUREST, 1 / (1 + Math.exp(-odds)));
}
