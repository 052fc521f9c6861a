/**
 * An alignment bead: a run of source paragraphs and the run of target paragraphs
 * that translates it. Both runs are contiguous; either may be empty (omission or
 * insertion), never both. Offsets are paragraph indices, 0-based and half-open.
 */
export interface Bead {
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly targetFrom: number;
  readonly targetTo: number;
  /** How sure the aligner is that exactly this bead is right: 0..1, calibrated on held-out cases. */
  readonly confidence: number;
}
