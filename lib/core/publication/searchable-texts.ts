import { inlineCodeTable, parseInline, plainText } from "../text/inline";
import { anchorOfTarget } from "./reading-blocks";
import type { PublicationSnapshot } from "./snapshot";

/** A paragraph as the search knows it. */
export interface SearchableText {
  readonly side: "source" | "target";
  /** 0-based, within its side. */
  readonly position: number;
  readonly locale: string;
  /** Fragment of the address at which a page of this language shows it. */
  readonly anchor: string;
  /** Without inline codes. */
  readonly text: string;
}

/** Every paragraph of both sides that has a word for a reader, in order of its side. */
export function searchableTexts(snapshot: PublicationSnapshot): readonly SearchableText[] {
  const [sourceCodes, targetCodes] = [
    inlineCodeTable(snapshot.sourceCodes),
    inlineCodeTable(snapshot.targetCodes),
  ];
  const sources = snapshot.segments.flatMap(({ sources }) =>
    sources.map(({ number, text }) => ({
      anchor: `p-${number}`,
      text: plainText(parseInline(text, sourceCodes)),
    })),
  );
  const targets = snapshot.segments.flatMap((segment) =>
    segment.target.map(({ text }, index) => ({
      anchor: anchorOfTarget(segment, index),
      text: plainText(parseInline(text, targetCodes)),
    })),
  );
  return [
    ...placed("source", snapshot.sourceLocale, sources),
    ...placed("target", snapshot.targetLocale, targets),
  ];
}

const placed = (
  side: SearchableText["side"],
  locale: string,
  texts: readonly { readonly anchor: string; readonly text: string }[],
): readonly SearchableText[] =>
  texts
    .filter(({ text }) => text.trim() !== "")
    .map(({ anchor, text }, position) => ({ side, position, locale, anchor, text }));
