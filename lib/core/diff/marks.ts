import { isWhiteSpace } from "../text/folding";
import { type CharacterName, describeInvisible, describeSpace } from "../text/invisible";
import type { Hunk } from "./hunk";
import { isInvisibleOnlyChange } from "./visible";

/** A changed character that a reader cannot see or cannot tell from another one. */
export interface Mark {
  /** Offset within the span's text and length, in UTF-16 units. */
  readonly at: number;
  readonly length: number;
  /** "U+202E" */
  readonly code: string;
  /** "RIGHT-TO-LEFT OVERRIDE"; for characters without a name here what they are, such as "COMBINING MARK". */
  readonly name: string;
}

export interface HunkMarks {
  readonly deleted: readonly Mark[];
  readonly inserted: readonly Mark[];
}

interface Place {
  readonly mark: Mark;
  readonly character: string;
  /** The character with its neighbours: the same on both sides of a hunk means that it did not change. */
  readonly context: string;
}

interface HunkPlaces {
  readonly deleted: readonly Place[];
  readonly inserted: readonly Place[];
}

/**
 * Marks of one hunk. Left out are characters that stand between the same neighbours on both sides and, in
 * a visible change, joiners and variation selectors where their script or an emoji needs them. A hunk whose
 * sides look (nearly) the same always gets a mark: if nothing else differs, what is composed differently,
 * and in a hunk of white space also the plain spaces.
 */
export function findMarks({ deleted, inserted, kind }: Hunk): HunkMarks {
  if (kind === "space")
    return { deleted: list(deleted, describeSpace), inserted: list(inserted, describeSpace) };
  const isVisible = !isInvisibleOnlyChange(deleted, inserted);
  const isNeeded = isVisible ? isNeededJoiner : () => false;
  const found = { deleted: listInvisible(deleted, isNeeded), inserted: listInvisible(inserted, isNeeded) };
  const marks = changedOf(found, isVisible);
  if (isVisible || hasMark(marks)) return marks;
  return sameLookMarks(deleted, inserted);
}

/** The ways to tell two texts apart that look the same, the most telling first. */
function sameLookMarks(deleted: string, inserted: string): HunkMarks {
  const namings: ((codePoint: number, other: string) => CharacterName | null)[] = [
    describeInvisible,
    (codePoint, other) => (other.includes(String.fromCodePoint(codePoint)) ? null : describeForm(codePoint)),
    describeForm,
    describeSpace,
  ];
  for (const naming of namings) {
    const marks = {
      deleted: list(deleted, (codePoint) => naming(codePoint, inserted)),
      inserted: list(inserted, (codePoint) => naming(codePoint, deleted)),
    };
    if (hasMark(marks)) return marks;
  }
  return { deleted: [], inserted: [] };
}

const hasMark = ({ deleted, inserted }: HunkMarks): boolean => deleted.length + inserted.length > 0;

function list(text: string, naming: (codePoint: number) => CharacterName | null): readonly Mark[] {
  const marks: Mark[] = [];
  for (const [character, at] of characters(text)) {
    const name = naming(character.codePointAt(0) ?? 0);
    if (name) marks.push({ at, length: character.length, ...name });
  }
  return marks;
}

function describeForm(codePoint: number): CharacterName | null {
  if (codePoint < 0x80) return null;
  const character = String.fromCodePoint(codePoint);
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  if (/\p{M}/u.test(character)) return { code, name: "COMBINING MARK" };
  if (character.normalize("NFD") !== character) return { code, name: "PRECOMPOSED CHARACTER" };
  return { code, name: character.normalize("NFKD") === character ? "CHARACTER" : "COMPATIBILITY CHARACTER" };
}

type Neighbours = (before: string, character: string, after: string) => boolean;

function listInvisible(text: string, isNeeded: Neighbours): readonly Place[] {
  const found: Place[] = [];
  const all = [...characters(text)];
  for (const [index, [character, at]] of all.entries()) {
    const name = describeInvisible(character.codePointAt(0) ?? 0);
    if (!name) continue;
    const before = all[index - 1]?.[0] ?? "";
    const after = all[index + 1]?.[0] ?? "";
    if (isNeeded(before, character, after)) continue;
    const mark = { at, length: character.length, ...name };
    found.push({ mark, character, context: `${before}|${character}|${after}` });
  }
  return found;
}

function* characters(text: string): Generator<readonly [character: string, at: number]> {
  let at = 0;
  for (const character of text) {
    yield [character, at];
    at += character.length;
  }
}

/**
 * What is left after pairing off places with the same neighbours, and beside a visible change also white
 * space by itself: the words around a no-break space may change and the space stay.
 */
function changedOf(marks: HunkPlaces, isVisible: boolean): HunkMarks {
  const strict = pairOff(marks, ({ context }) => context);
  const left = isVisible
    ? pairOff(strict, ({ character }) => (isWhiteSpace(character) ? character : null))
    : strict;
  return { deleted: left.deleted.map(({ mark }) => mark), inserted: left.inserted.map(({ mark }) => mark) };
}

type Key = (place: Place) => string | null;

const pairOff = ({ deleted, inserted }: HunkPlaces, keyOf: Key): HunkPlaces => ({
  deleted: without(deleted, inserted, keyOf),
  inserted: without(inserted, deleted, keyOf),
});

/** Leaves out as many places, first ones first, as the others have with the same key; null pairs with nothing. */
function without(places: readonly Place[], others: readonly Place[], keyOf: Key): readonly Place[] {
  const counts = new Map<string, number>();
  for (const other of others) {
    const key = keyOf(other);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return places.filter((place) => {
    const key = keyOf(place);
    const count = key === null ? 0 : (counts.get(key) ?? 0);
    if (key !== null && count > 0) counts.set(key, count - 1);
    return count === 0;
  });
}

const JOINED_SCRIPTS =
  "Adlm Arab Beng Deva Gujr Guru Khmr Knda Mand Mlym Mong Mymr Nkoo Orya Phag Rohg Sinh Syrc Taml Telu Tibt"
    .split(" ")
    .map((script) => `\\p{Script=${script}}`)
    .join("");
const JOINED = new RegExp(`^(?=[\\p{L}\\p{M}])[${JOINED_SCRIPTS}]$`, "u");
const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;

const isNeededJoiner: Neighbours = (before, character, after) => {
  if (character === "\ufe0f") return /^\p{Emoji}$/u.test(before);
  if (character !== "\u200c" && character !== "\u200d") return false;
  if (character === "\u200d" && PICTURE.test(before) && PICTURE.test(after)) return true;
  return JOINED.test(before) && (JOINED.test(after) || /^\p{M}$/u.test(before));
};
