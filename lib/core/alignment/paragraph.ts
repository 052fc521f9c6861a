/** A paragraph as the aligner reads it once: as a whole and sentence by sentence. */
import { sentencesOf } from "../text/sentences/sentence-spans";
import { joinedUnit, readUnit, type Unit } from "./tokens";

export interface ReadParagraph {
  readonly whole: Unit;
  readonly sentences: readonly Unit[];
}

/** @param locale of the text, for its abbreviations. */
export function readParagraph(text: string, locale: string | undefined): ReadParagraph {
  const sentences = sentencesOf(text, locale).map(readUnit);
  const whole = sentences.length === 1 && sentences[0] ? sentences[0] : joinedUnit(text, sentences);
  return { whole, sentences: sentences.length === 0 ? [whole] : sentences };
}
