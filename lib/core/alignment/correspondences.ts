/**
 * Which types of the target may translate a type of the source, and how likely the counterpart
 * stands in a true translation: the same word or number, a cognate, a word of the same concept.
 */
import { cognateKey, fold, likeness, skeleton } from "./folding";
import type { LearnedLexicon } from "./learned-lexicon";
import type { LanguageProfile } from "./lexicon/language-profile";
import { isMonthConcept } from "./lexicon/month-names";
import { conceptsOf, partConceptsOf } from "./lexicon/word-list";
import { onTwelveHours } from "./number-forms";
import type { EvidenceParameters } from "./parameters";
import type { Type } from "./side";
import type { Token } from "./tokens";

/** What is compared of a form; made once per form and side of a document. */
interface Traits {
  readonly folded: string;
  readonly key: string;
  readonly skeleton: string;
  readonly concepts: readonly string[];
  readonly parts: readonly string[];
}

export type TraitsOf = (token: Token) => Traits;

/** Target type number to likelihood, for one source type. */
export type Counterparts = ReadonlyMap<number, number>;

/** More words of one skeleton than this are not compared letter by letter. */
const CROWD = 40;
const SHORTEST_COGNATE = 4;
const SHORTEST_COMPOUND = 9;

/** A reader of traits that remembers; one per side and document. */
export function traitsReader(profile: LanguageProfile): TraitsOf {
  const known = new Map<string, Traits>();
  return ({ form, kind }) => {
    const before = known.get(form);
    if (before) return before;
    const isWord = kind === "word" || kind === "name";
    const key = isWord ? cognateKey(form) : "";
    const isMonth = isMonthConcept(form);
    const concepts = isMonth ? [form] : conceptsOf(profile.words, form);
    const compound = isWord && profile.compounds && concepts.length === 0 && form.length >= SHORTEST_COMPOUND;
    const traits: Traits = {
      folded: isWord ? fold(form) : form,
      key,
      skeleton: key.length >= SHORTEST_COGNATE ? skeleton(key) : "",
      concepts,
      parts: compound ? partConceptsOf(profile.words, form) : [],
    };
    known.set(form, traits);
    return traits;
  };
}

/** Counterparts of every source type among the target types. */
export function findCorrespondences(
  source: readonly Type[],
  target: readonly Type[],
  sourceTraits: TraitsOf,
  targetTraits: TraitsOf,
  learned: LearnedLexicon,
  parameters: EvidenceParameters,
): readonly Counterparts[] {
  const index = indexTypes(target, targetTraits);
  return source.map((type) => {
    const found = new Map<number, number>();
    const add = (number: number, likelihood: number) => {
      if (likelihood > (found.get(number) ?? 0)) found.set(number, likelihood);
    };
    const traits = sourceTraits(type);
    addSame(type, traits, index, parameters, add);
    addCognates(traits, index, parameters, add);
    addConcepts(traits, index, parameters, add);
    addLearned(type, index, learned, parameters, add);
    return found;
  });
}

type Add = (number: number, likelihood: number) => void;

interface TypeIndex {
  readonly byFolded: ReadonlyMap<string, readonly number[]>;
  readonly bySkeleton: ReadonlyMap<string, readonly number[]>;
  readonly byConcept: ReadonlyMap<string, readonly number[]>;
  readonly byPart: ReadonlyMap<string, readonly number[]>;
  readonly keys: readonly string[];
  readonly byForm: ReadonlyMap<string, number>;
}

function indexTypes(types: readonly Type[], traitsOf: TraitsOf): TypeIndex {
  const byFolded = new Map<string, number[]>();
  const bySkeleton = new Map<string, number[]>();
  const byConcept = new Map<string, number[]>();
  const byPart = new Map<string, number[]>();
  const keys: string[] = [];
  const add = (map: Map<string, number[]>, key: string, number: number) => {
    const known = map.get(key);
    if (known) known.push(number);
    else map.set(key, [number]);
  };
  types.forEach((type, number) => {
    const traits = traitsOf(type);
    keys.push(traits.key);
    add(byFolded, traits.folded, number);
    if (traits.skeleton !== "") add(bySkeleton, traits.skeleton, number);
    for (const concept of traits.concepts) add(byConcept, concept, number);
    for (const concept of traits.parts) add(byPart, concept, number);
  });
  const byForm = new Map(types.map(({ form }, number) => [form, number]));
  return { byFolded, bySkeleton, byConcept, byPart, keys, byForm };
}

function addSame(
  type: Type,
  traits: Traits,
  index: TypeIndex,
  parameters: EvidenceParameters,
  add: Add,
): void {
  const isWord = type.kind === "word" || type.kind === "name";
  if (isWord && traits.folded.length < 3 && !/[^\p{Script=Latin}]/u.test(traits.folded)) return;
  const same = isWord
    ? parameters.sameWord
    : type.kind === "sign"
      ? parameters.sameSign
      : parameters.sameNumber;
  for (const number of index.byFolded.get(traits.folded) ?? []) {
    add(number, same);
  }
  const clock = type.kind === "number" ? onTwelveHours(type.form) : null;
  for (const number of (clock !== null && index.byFolded.get(clock)) || [])
    add(number, parameters.sameClockTime);
}

function addCognates(traits: Traits, index: TypeIndex, parameters: EvidenceParameters, add: Add): void {
  const near = traits.skeleton === "" ? [] : (index.bySkeleton.get(traits.skeleton) ?? []);
  for (const number of near.slice(0, CROWD)) {
    const alike = likeness(traits.key, index.keys[number] ?? "");
    if (alike >= 0.99) add(number, parameters.cognate);
    else if (alike >= parameters.leastLikeness) add(number, parameters.likely);
  }
}

function addConcepts(traits: Traits, index: TypeIndex, parameters: EvidenceParameters, add: Add): void {
  for (const concept of traits.concepts) {
    for (const number of index.byConcept.get(concept) ?? []) add(number, parameters.concept);
    for (const number of index.byPart.get(concept) ?? []) add(number, parameters.conceptPart);
  }
  for (const concept of traits.parts) {
    for (const number of index.byConcept.get(concept) ?? []) add(number, parameters.conceptPart);
  }
}

function addLearned(
  type: Type,
  index: TypeIndex,
  learned: LearnedLexicon,
  parameters: EvidenceParameters,
  add: Add,
): void {
  for (const [form, likelihood] of learned.get(type.form) ?? []) {
    const number = index.byForm.get(form);
    if (number !== undefined) add(number, likelihood * parameters.learned);
  }
}
