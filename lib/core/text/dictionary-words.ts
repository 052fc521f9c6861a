import { languageOf } from "./locale";

const SCRIPTS = ["Thai", "Laoo", "Khmr", "Mymr", "Hani", "Hira", "Kana", "Talu", "Lana", "Bopo"]
  .map((script) => String.raw`\p{scx=${script}}`)
  .join("");
const UNSPACED = new RegExp(String.raw`(?=[\p{L}\p{M}])[${SCRIPTS}]`, "u");
const STARTS_UNSPACED = new RegExp(`^${UNSPACED.source}`, "u");
const MARK = String.raw`\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d\u0e33\u0eb3`;
const RUN = new RegExp(String.raw`(?:(?=[\p{L}\p{M}])[${SCRIPTS}][${MARK}]*)+|[^][${MARK}]*`, "gu");
const CONTINUES = new RegExp(`^[${MARK}]`, "u");
const LANGUAGES: ReadonlySet<string> = new Set(["ja", "km", "lo", "my", "th", "zh"]);

/**
 * Longest piece given to the segmenter, in UTF-16 units. V8 copies the text for every word it returns, so
 * that one call is quadratic in the length: 50,000 Chinese characters took 350 ms, in pieces 35 ms.
 */
const PIECE_LENGTH = 512;

/**
 * Cuts a run of letters in scripts that do not put spaces between words into words by `Intl.Segmenter`.
 *
 * @returns the parts, which joined give the run; null if the run is in no such script.
 */
export function splitByDictionary(run: string, locale?: string): readonly string[] | null {
  if (!UNSPACED.test(run)) return null;
  const parts: string[] = [];
  let other = "";
  for (const [piece] of run.matchAll(RUN)) {
    if (!STARTS_UNSPACED.test(piece)) {
      other += piece;
      continue;
    }
    if (other) parts.push(other);
    other = "";
    for (const part of segment(piece, locale)) {
      if (CONTINUES.test(part) && parts.length > 0) parts[parts.length - 1] += part;
      else parts.push(part);
    }
  }
  if (other) parts.push(other);
  return parts;
}

function* segment(run: string, locale: string | undefined): Generator<string> {
  const segmenter = segmenterFor(locale === undefined ? "" : languageOf(locale));
  for (let from = 0; from < run.length; ) {
    let to = from + PIECE_LENGTH;
    if (isInsidePair(run, to)) to++;
    for (const { segment: part } of segmenter.segment(run.slice(from, to))) yield part;
    from = to;
  }
}

const isInsidePair = (text: string, at: number): boolean => /[\ud800-\udbff]/.test(text.charAt(at - 1));

const segmenters = new Map<string, Intl.Segmenter>();

/** Building a segmenter costs more than cutting a paragraph; at most seven are ever kept. */
function segmenterFor(language: string): Intl.Segmenter {
  const key = LANGUAGES.has(language) ? language : "und";
  const known = segmenters.get(key);
  if (known) return known;
  const built = new Intl.Segmenter(key, { granularity: "word" });
  segmenters.set(key, built);
  return built;
}
