/** From a posterior probability to a confidence that holds what it says. */
import type { Step } from "./best-path";

/** @param posterior probability of the bead in its search space. */
export function confidenceOf(_step: Step, posterior: number): number {
  return Math.max(0, Math.min(1, posterior));
}
