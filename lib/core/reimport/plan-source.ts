import { type DocumentText, type InlineCode, listNumber, type Paragraph } from "../document/paragraph";
import type { ParagraphId } from "../shared/ids";
import { adoptCodes } from "./adopt-codes";
import { comparableTexts } from "./comparable-text";
import type { ChangeGrade } from "./grade-change";
import { matchParagraphs, type ParagraphMatch } from "./match-paragraphs";
import { type NumberedParagraph, worseGrade } from "./version";

/** A paragraph of the new version. */
export interface SourcePlace {
  /** As it will stand; the old one itself if nothing of it changed, not even its number in a list. */
  readonly paragraph: NumberedParagraph;
  /** The one that it was before; null for a new one. */
  readonly before: NumberedParagraph | null;
  readonly grade: ChangeGrade | "new";
  /** It stands elsewhere among its neighbours than before. */
  readonly moved: boolean;
}

export interface SourcePlan {
  /** The new version in order. */
  readonly places: readonly SourcePlace[];
  /** Paragraphs to be stored, and retired ones that come back because they are the same again. */
  readonly created: readonly NumberedParagraph[];
  readonly revived: readonly NumberedParagraph[];
  /** Inline codes of all versions. */
  readonly codes: readonly InlineCode[];
}

export interface SourceState {
  /** In order. */
  readonly paragraphs: readonly NumberedParagraph[];
  /** Paragraphs of former versions, the last retired first. */
  readonly retired: readonly NumberedParagraph[];
  readonly codes: readonly InlineCode[];
}

/** Share of the paragraphs of the longer version below which the two have nothing to do with each other. */
const RELATED = 0.1;

/** Is the new text a version of the old one at all, or the wrong file? */
export function isRelatedSource({ paragraphs }: SourceState, { places }: SourcePlan): boolean {
  const found = places.filter(({ before }) => before !== null).length;
  return paragraphs.length === 0 || found >= RELATED * Math.max(paragraphs.length, places.length);
}

/** The plan that leaves the source as it is. */
export const keptSource = ({ paragraphs, codes }: SourceState): SourcePlan => ({
  places: paragraphs.map((paragraph) => ({ paragraph, before: paragraph, grade: "same", moved: false })),
  created: [],
  revived: [],
  codes,
});

/**
 * Plans the source paragraphs of a new version. What did not change stays; a changed paragraph gives
 * way to another one of the same number; a new one gets a number that was never given out, unless
 * it is one of a former version, which comes back.
 */
export function planSource(state: SourceState, next: DocumentText, newId: () => ParagraphId): SourcePlan {
  const olds = comparableTexts(textsOf(state.paragraphs), state.codes);
  const news = comparableTexts(textsOf(next.paragraphs), next.codes);
  const matches = matchParagraphs(olds, news).filter((match) => match.kind !== "gone");
  const partners = new Map(matches.flatMap((m) => (m.kind === "kept" ? [[m.after, m.before] as const] : [])));
  const adopted = adoptCodes(state, next, partners);
  const former = new Former(state, new Set(partners.values()));
  const created: NumberedParagraph[] = [];
  const revived: NumberedParagraph[] = [];
  const places = matches.map((match): SourcePlace => {
    const text = adopted.paragraphs[match.after] as Paragraph;
    const before = match.kind === "kept" ? (state.paragraphs[match.before] ?? null) : null;
    const { grade, moved } = judge(match, before, text);
    if (before && grade === "same") return { paragraph: numberedLike(before, text), before, grade, moved };
    const past = former.take(before?.number ?? null, text, news[match.after] ?? "");
    const again = past && numberedLike(past, text);
    const paragraph = again ?? { ...text, id: newId(), number: before?.number ?? former.nextNumber() };
    (again ? revived : created).push(paragraph);
    return { paragraph, before, grade, moved };
  });
  return { places, created, revived, codes: adopted.codes };
}

const textsOf = (paragraphs: readonly Paragraph[]): readonly string[] => paragraphs.map(({ text }) => text);

/** The number of a list item is not what it says: an item put before it leaves it the same paragraph. */
function numberedLike(paragraph: NumberedParagraph, { ordinal, numberStyle }: Paragraph): NumberedParagraph {
  if (paragraph.ordinal === ordinal && paragraph.numberStyle === numberStyle) return paragraph;
  const { ordinal: _, numberStyle: __, ...rest } = paragraph;
  return { ...rest, ...listNumber(ordinal, numberStyle) };
}

const isSameForm = (one: Paragraph, other: Paragraph): boolean =>
  one.kind === other.kind && one.level === other.level;

function judge(
  match: Exclude<ParagraphMatch, { kind: "gone" }>,
  before: NumberedParagraph | null,
  text: Paragraph,
): Pick<SourcePlace, "grade" | "moved"> {
  if (match.kind === "new" || !before) return { grade: "new", moved: false };
  const form = isSameForm(before, text) ? "same" : "typography";
  return { grade: worseGrade(match.grade, form), moved: match.moved };
}

/** Paragraphs of former versions. */
class Former {
  private readonly byText = new Map<string, NumberedParagraph[]>();
  private readonly taken: Set<number>;
  private last: number;

  constructor({ paragraphs, retired, codes }: SourceState, kept: ReadonlySet<number>) {
    this.taken = new Set(paragraphs.filter((_, index) => kept.has(index)).map(({ number }) => number));
    this.last = [...paragraphs, ...retired].reduce((most, { number }) => Math.max(most, number), 0);
    const texts = comparableTexts(textsOf(retired), codes);
    for (const [index, paragraph] of retired.entries()) {
      const same = this.byText.get(texts[index] ?? "");
      if (same) same.push(paragraph);
      else this.byText.set(texts[index] ?? "", [paragraph]);
    }
  }

  /** A former paragraph with this text, of this number or (null) of one that no paragraph has now. */
  take(number: number | null, form: Paragraph, comparable: string): NumberedParagraph | null {
    const found = this.byText
      .get(comparable)
      ?.find(
        (old) =>
          (number === null ? !this.taken.has(old.number) : old.number === number) && isSameForm(old, form),
      );
    if (found) this.taken.add(found.number);
    return found ?? null;
  }

  nextNumber(): number {
    this.last += 1;
    return this.last;
  }
}
