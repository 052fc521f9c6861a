import { random } from "@/tests/support/random";

/** A text and another one made from it, from a seed, so that a failing case can be named. */
export interface TextPair {
  readonly seed: number;
  readonly base: string;
  readonly next: string;
}

const WORDS = [
  ..."the a of to in it was not and der die das ist und im von die".split(" "),
  ..."house Haus garden green well-known don't l'homme snake_case Straße naïve cafe\u0301 café 3rd".split(
    " ",
  ),
  ..."1,234.56 10:30 1\u202f000 42 2024-05-12 мир слово κόσμος שלום عليكم می\u200cروم हिन्दी क्षेत्र".split(" "),
  ..."ภาษาไทยเป็นภาษา 我们今天要讨论 機械翻訳を読む ຍິນດີ 한국어 사람 👩\u200d👩\u200d👧 👍🏽 🇩🇪🇫🇷 ❤\ufe0f".split(
    " ",
  ),
  ..."<1> </1> <2/> <17> </17> < <x> ... … -- ?! „ “ « » ( ) , . ; : ! - – % € \u0308 \ud83d".split(" "),
  ..."ad\u200bmin so\u00adft \u202eevil\u202c \u2066x\u2069 \ufeff \u200d \u3164 \u{e0041} \u0600 \u0000 \u0007".split(
    " ",
  ),
];
const SPACES = [
  " ",
  " ",
  " ",
  " ",
  " ",
  " ",
  "  ",
  "",
  "\u00a0",
  "\u202f",
  "\n",
  "\r\n",
  "\t",
  "\u2028",
  "\u200b",
];

/** Pairs of up to about 40 words in many scripts, with codes and invisible characters, some ill-formed. */
export function* textPairs(count: number, firstSeed = 1): Generator<TextPair> {
  for (let seed = firstSeed; seed < firstSeed + count; seed++) yield textPair(seed);
}

function textPair(seed: number): TextPair {
  const next = random(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? "";
  // Few distinct words in some pairs: repetition is where alignments go wrong.
  const words = next() < 0.4 ? Array.from({ length: 4 }, () => pick(WORDS)) : WORDS;
  const pieces = Array.from({ length: Math.floor(next() * 40) }, () => [pick(words), pick(SPACES)]);
  const changeShare = next() < 0.1 ? 1 : next() * 0.4;
  const change = (word: string, space: string): string[][] => {
    const dice = next();
    if (dice < 0.3) return [[pick(words), space]];
    if (dice < 0.5) return [[word, pick(SPACES)]];
    return dice < 0.75
      ? [
          [word, space],
          [pick(words), pick(SPACES)],
        ]
      : [];
  };
  const changed: string[][] = [];
  for (const [word = "", space = ""] of pieces) {
    if (next() >= changeShare) changed.push([word, space]);
    else changed.push(...change(word, space));
  }
  return { seed, base: pieces.flat().join(""), next: changed.flat().join("") };
}
