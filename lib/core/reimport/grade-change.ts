import { foldInvisible } from "../text/folding";
import { type Token, tokenize } from "../text/tokens";
import { withoutCodes } from "./comparable-text";
import { isSpellingOf } from "./spelling";

/**
 * How much a paragraph changed from one version to the next, the least first:
 *
 * - `same`: nothing.
 * - `typography`: quotation marks, dashes, spaces, invisible characters, markup; every word and number stayed.
 * - `spelling`: besides that, words are written differently that are the same words.
 * - `changed`: everything else. Numbers, added and missing words, and whatever is in doubt belong here.
 */
export const CHANGE_GRADES = ["same", "typography", "spelling", "changed"] as const;
export type ChangeGrade = (typeof CHANGE_GRADES)[number];

/** Grades that leave the meaning alone, so that a person may confirm many at once. */
export const keepsMeaning = (grade: ChangeGrade): boolean => grade !== "changed";

/**
 * Grades the change between two comparable texts (`comparableTexts`). Symmetric. Careful rather
 * than clever: a word that may be another word ("Mutter", "Butter") counts as changed.
 */
export function gradeChange(before: string, after: string): ChangeGrade {
  if (before === after) return "same";
  const [one, other] = [foldTypography(before), foldTypography(after)];
  if (one === other) return "typography";
  return isSpelledAnew(one, other) ? "spelling" : "changed";
}

const QUOTES = /[\u0022\u0027\u00ab\u00bb\u2018-\u201f\u2039\u203a\u300c-\u300f\u2032\u2033]+/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const SPACE_AT_SIGN = /(?<=[^\p{L}\p{N}\p{M}]) | (?=[^\p{L}\p{N}\p{M} ])/gu;

/** The form in which two texts are equal if they differ in typography only. */
function foldTypography(comparable: string): string {
  return foldInvisible(withoutCodes(comparable))
    .replace(QUOTES, '"')
    .replace(DASHES, "-")
    .replace(SPACE_AT_SIGN, "");
}

/** Do both have the same words in the same order, some of them written differently? */
function isSpelledAnew(one: string, other: string): boolean {
  const [before, after] = [tokenize(one), tokenize(other)];
  return (
    before.length === after.length &&
    before.every((token, index) => {
      const counterpart = after[index] as Token;
      if (token.text === counterpart.text) return true;
      return (
        token.kind === "word" && counterpart.kind === "word" && isSpellingOf(token.text, counterpart.text)
      );
    })
  );
}
