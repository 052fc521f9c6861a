import { readFileSync } from "node:fs";
import path from "node:path";
import { GlobalFonts } from "@napi-rs/canvas";

/** Faces of the pages; each is followed by those of the scripts that it lacks. */
const FACES = { text: "source-serif-4", ui: "inter" } as const;
const FURTHER = [
  "noto-sans-arabic",
  "noto-sans-hebrew",
  "noto-sans-devanagari",
  "noto-sans-thai",
  "noto-sans-sc",
  "noto-sans-kr",
] as const;

export type Face = keyof typeof FACES;

interface FontFile {
  readonly family: string;
  readonly path: string;
  readonly ranges: readonly (readonly [number, number])[];
}

const folder = (font: string): string =>
  path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@fontsource-variable", font);

/** Files of the fonts that were asked for, and families that are loaded: both only grow, up to what is installed. */
const known = new Map<string, readonly FontFile[]>();
const loaded = new Set<string>();

/**
 * The families that together have the letters of a text, the face of the pages first, loaded
 * and ready for use. As in a browser, of a font that comes in many files only those are read
 * whose ranges the text touches.
 */
export function familiesFor(text: string, face: Face): readonly string[] {
  const codes = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const files = filesOf(face).filter((file) => codes.some((code) => has(file, code)));
  for (const { family, path: file } of files) {
    if (loaded.has(family)) continue;
    GlobalFonts.register(readFileSync(/* turbopackIgnore: true */ file), family);
    loaded.add(family);
  }
  return files.map(({ family }) => family);
}

/** Is there a letter for every letter of the text? Signs are not asked for. */
export function canDraw(text: string, face: Face): boolean {
  const files = filesOf(face);
  return [...new Set(text)]
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .every((character) => files.some((file) => has(file, character.codePointAt(0) ?? 0)));
}

const has = ({ ranges }: FontFile, code: number): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);

const filesOf = (face: Face): readonly FontFile[] => [FACES[face], ...FURTHER].flatMap(filesOfFont);

function filesOfFont(font: string): readonly FontFile[] {
  const before = known.get(font);
  if (before) return before;
  const ranges = JSON.parse(
    readFileSync(/* turbopackIgnore: true */ path.join(folder(font), "unicode.json"), "utf8"),
  ) as Record<string, string>;
  const files = Object.entries(ranges).map(([subset, list]): FontFile => {
    const name = `${font}-${subset.replace(/[[\]]/g, "")}`;
    return {
      family: name,
      path: path.join(folder(font), "files", `${name}-wght-normal.woff2`),
      ranges: list.split(",").map(rangeOf),
    };
  });
  known.set(font, files);
  return files;
}

/** "U+0600-06FF" or "U+20AC". */
function rangeOf(range: string): readonly [number, number] {
  const [from = "", to = from] = range.replace(/^U\+/i, "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
