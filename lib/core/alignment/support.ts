/** Whether two texts show by themselves that they belong together, without regard to where they stand. */
import { cognateKey } from "./folding";
import { type LearnedLexicon, NOTHING_LEARNED } from "./learned-lexicon";
import { guessLanguage } from "./lexicon/guess-language";
import { wordListOf } from "./lexicon/language-profile";
import { isMonthConcept } from "./lexicon/month-names";
import { conceptsOf, type WordList } from "./lexicon/word-list";
import { readUnit } from "./tokens";

/** True if the two texts share a number, a name, a word of common origin, or most of the words that the lists know. */
export type Support = (source: readonly string[], target: readonly string[]) => boolean;

const SHORTEST_WITNESS = 4;
/** Known words of both sides together that are enough to judge by, and the share of them that must be shared. */
const FEWEST_KNOWN = 5;
const SHARED = 0.55;
/** Learned words that must have met. */
const FEWEST_LEARNED = 2;
const SAMPLE = 50;

/** Support between two documents; where they are written in different scripts every pair is taken to be supported. */
export function supportBetween(
  source: readonly string[],
  target: readonly string[],
  learned: LearnedLexicon = NOTHING_LEARNED,
): Support {
  if (isLatin(source) !== isLatin(target)) return () => true;
  const lists = [source, target].map((texts) => wordListOf(guessLanguage(texts) ?? "")) as [
    WordList,
    WordList,
  ];
  return (from, to) => {
    const keys = new Set(witnesses(from));
    return (
      witnesses(to).some((key) => keys.has(key)) ||
      shareWords(from, to, lists) ||
      shareLearned(from, to, learned)
    );
  };
}

/** Numbers of two digits and more, and longer words by their cognate key. */
function witnesses(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => readUnit(text).tokens)
    .filter(({ form }) => !isMonthConcept(form))
    .map(({ form, kind }) => (kind === "word" || kind === "name" ? cognateKey(form) : form))
    .filter((key) => key.length >= (key.startsWith("#") ? 3 : SHORTEST_WITNESS));
}

function shareWords(
  source: readonly string[],
  target: readonly string[],
  [sourceList, targetList]: readonly [WordList, WordList],
): boolean {
  const known = (texts: readonly string[], list: WordList) =>
    texts
      .flatMap((text) => readUnit(text).tokens.map(({ form }) => conceptsOf(list, form)))
      .filter((concepts) => concepts.length > 0);
  const [from, to] = [known(source, sourceList), known(target, targetList)];
  const [fromAll, toAll] = [new Set(from.flat()), new Set(to.flat())];
  const shared = [
    ...from.filter((concepts) => concepts.some((concept) => toAll.has(concept))),
    ...to.filter((concepts) => concepts.some((concept) => fromAll.has(concept))),
  ];
  return from.length + to.length >= FEWEST_KNOWN && shared.length >= SHARED * (from.length + to.length);
}

/** Longer words that were learned, most of which have their counterpart on the other side. */
function shareLearned(
  source: readonly string[],
  target: readonly string[],
  learned: LearnedLexicon,
): boolean {
  if (learned.size === 0) return false;
  const formsOf = (texts: readonly string[]) =>
    texts.flatMap((text) => readUnit(text).tokens.map(({ form }) => form));
  const there = new Set(formsOf(target));
  const known = formsOf(source).filter((form) => form.length > SHORTEST_WITNESS && learned.has(form));
  const met = known.filter((form) =>
    [...(learned.get(form)?.keys() ?? [])].some((other) => there.has(other)),
  );
  return met.length >= FEWEST_LEARNED && met.length >= SHARED * known.length;
}

/** Most letters of the first texts are Latin. */
function isLatin(texts: readonly string[]): boolean {
  const sample = texts
    .slice(0, SAMPLE)
    .map((text) => text.slice(0, 1000))
    .join("");
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= (sample.match(/\p{L}/gu)?.length ?? 0);
}
