import { type InlineCodeTable, parseInline, plainText } from "../text/inline";
import type { ReadingBlock } from "./reading-blocks";

/** Search engines and networks show about as much. */
const LENGTH = 200;
/** Shorter paragraphs are kickers, names of authors and the like. */
const LEAST = 40;

/** How an article begins, in at most 200 UTF-16 units, ended between words with an ellipsis; "" where it has no paragraph. */
export function excerptOf(blocks: readonly ReadingBlock[], codes: InlineCodeTable): string {
  const texts = blocks
    .filter(({ kind }) => kind === "paragraph" || kind === "quote")
    .map(({ text }) => plainText(parseInline(text, codes)).replace(/\s+/g, " ").trim());
  const text = texts.find(({ length }) => length >= LEAST) ?? texts[0] ?? "";
  if (text.length <= LENGTH) return text;
  const cut = text.slice(0, LENGTH - 1);
  const end = cut.lastIndexOf(" ");
  return `${(end > LENGTH / 2 ? cut.slice(0, end) : cut.replace(/\p{Surrogate}$/u, "")).trimEnd()}…`;
}
