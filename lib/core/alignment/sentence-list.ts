/** The sentences of one side of a region in one list, with the paragraph that each belongs to. */
import type { ReadParagraph } from "./paragraph";
import type { Unit } from "./tokens";

export interface SentenceList {
  readonly units: readonly Unit[];
  /** Paragraph of each sentence. */
  readonly owner: Int32Array;
  /** Number of the first sentence of each paragraph, and one past the last sentence at the end. */
  readonly first: Int32Array;
  /** Length of each paragraph as the sum of its sentences. */
  readonly lengths: Float64Array;
}

/** Lists the sentences of all paragraphs. */
export function listSentences(paragraphs: readonly ReadParagraph[]): SentenceList {
  const units = paragraphs.flatMap(({ sentences }) => sentences);
  const owner = new Int32Array(units.length);
  const first = new Int32Array(paragraphs.length + 1);
  const lengths = new Float64Array(paragraphs.length);
  paragraphs.forEach(({ sentences }, index) => {
    const start = first[index] ?? 0;
    owner.fill(index, start, start + sentences.length);
    first[index + 1] = start + sentences.length;
    lengths[index] = sentences.reduce((sum, { length }) => sum + length, 0);
  });
  return { units, owner, first, lengths };
}
