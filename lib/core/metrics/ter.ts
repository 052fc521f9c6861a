/**
 * Translation edit rate: M. Snover et al., "A Study of Translation Edit Rate with Targeted Human Annotation",
 * AMTA 2006, as sacreBLEU 2 computes it.
 */
import { beamEdits } from "./beam-edits";
import { bestShift, MOST_CANDIDATES } from "./shifts";
import { type TerOptions, terWords } from "./ter-words";

/** Sums over any number of sentences are the counts of a corpus. */
export interface TerCounts {
  /** Words inserted, deleted and replaced, and blocks shifted. */
  readonly edits: number;
  readonly referenceWords: number;
}

/** Edits from a hypothesis (machine translation) to a reference (post-edit). */
export function terCounts(hypothesis: string, reference: string, options: TerOptions = {}): TerCounts {
  const numbers = new Map<string, number>();
  const idsOf = (text: string): Int32Array =>
    Int32Array.from(terWords(text, options), (word) => {
      const id = numbers.get(word) ?? numbers.size;
      numbers.set(word, id);
      return id;
    });
  const [words, others] = [idsOf(hypothesis), idsOf(reference)];
  if (others.length === 0) return { edits: words.length, referenceWords: 0 };
  return { edits: editsWithShifts(words, others), referenceWords: others.length };
}

function editsWithShifts(hypothesis: Int32Array, reference: Int32Array): number {
  let words = hypothesis;
  let [shifts, tried] = [0, 0];
  for (;;) {
    const shift = bestShift(words, reference, tried);
    tried = shift.tried;
    if (tried >= MOST_CANDIDATES || shift.gain <= 0) break;
    shifts++;
    words = shift.words;
  }
  return shifts + beamEdits(words, reference).count;
}

/**
 * TER in percent of one sentence or, given several counts, of a corpus; may exceed 100. An empty reference
 * gives 100, and 0 if the hypothesis is empty, too.
 */
export function terScore(counts: readonly TerCounts[]): number {
  const edits = counts.reduce((sum, count) => sum + count.edits, 0);
  const words = counts.reduce((sum, count) => sum + count.referenceWords, 0);
  if (words === 0) return edits > 0 ? 100 : 0;
  return (100 * edits) / words;
}

/**
 * HTER: the share of a machine translation that a person had to edit, 0 to 1, as post-editing research
 * gives it (more edits than words count as 1).
 */
export const hter = (mt: string, postEdit: string, options: TerOptions = {}): number =>
  Math.min(1, terScore([terCounts(mt, postEdit, options)]) / 100);
