import type { DocumentText, InlineCode } from "../document/paragraph";
import { inlineCodeTable } from "../text/inline";

const MARKER = /<(\/?)([1-9]\d{0,8})(\/?)>/g;

/**
 * A new version of a text with its inline codes numbered so that they can stand beside those of
 * the old version in one table: a code that a paragraph had before keeps its number, all others get
 * numbers that occur nowhere. Equal markup gives equal text.
 *
 * @param partners for places in `after` the place of the same paragraph in `before`.
 * @returns the new paragraphs, and the codes of both versions.
 */
export function adoptCodes(
  before: DocumentText,
  after: DocumentText,
  partners: ReadonlyMap<number, number>,
): DocumentText {
  if (after.codes.length === 0) return { paragraphs: after.paragraphs, codes: before.codes };
  const news = inlineCodeTable(after.codes);
  const naming = new Naming(before, after);
  const paragraphs = after.paragraphs.map((paragraph, index) => {
    if (!paragraph.text.includes("<")) return paragraph;
    const partner = before.paragraphs[partners.get(index) ?? -1];
    const known = partner ? naming.codesOf(partner.text) : [];
    const text = paragraph.text.replace(MARKER, (marker, closes: string, digits: string, empty: string) => {
      const code = news.get(Number(digits));
      return code ? `<${closes}${naming.numberOf(code, known)}${empty}>` : marker;
    });
    return { ...paragraph, text };
  });
  return { paragraphs, codes: [...before.codes, ...naming.added] };
}

const isSameCode = (one: InlineCode, other: InlineCode): boolean =>
  one.kind === other.kind && one.href === other.href && one.alt === other.alt;

class Naming {
  readonly added: InlineCode[] = [];
  private readonly olds: ReadonlyMap<number, InlineCode>;
  private readonly names = new Map<number, number>();
  private readonly used = new Set<number>();
  private last: number;

  constructor(before: DocumentText, after: DocumentText) {
    this.olds = inlineCodeTable(before.codes);
    this.last = Math.max(highestNumber(before), highestNumber(after));
  }

  /** Codes of an old paragraph, in the order of its text. */
  codesOf(text: string): readonly InlineCode[] {
    const ids = new Set([...text.matchAll(MARKER)].map((match) => Number(match[2])));
    return [...ids].flatMap((id) => this.olds.get(id) ?? []);
  }

  numberOf(code: InlineCode, known: readonly InlineCode[]): number {
    const named = this.names.get(code.id);
    if (named !== undefined) return named;
    const old = known.find((candidate) => isSameCode(candidate, code) && !this.used.has(candidate.id));
    if (old) this.used.add(old.id);
    else this.last += 1;
    const number = old?.id ?? this.last;
    if (!old) this.added.push({ ...code, id: number });
    this.names.set(code.id, number);
    return number;
  }
}

/** Of all codes, and of what merely looks like a marker. */
function highestNumber({ paragraphs, codes }: DocumentText): number {
  let highest = 0;
  for (const { id } of codes) highest = Math.max(highest, id);
  for (const { text } of paragraphs) {
    if (!text.includes("<")) continue;
    for (const match of text.matchAll(MARKER)) highest = Math.max(highest, Number(match[2]));
  }
  return highest;
}
