import type { InlineCode } from "../document/paragraph";
import { type InlineNode, inlineCodeTable, parseInline } from "../text/inline";

/**
 * The texts of paragraphs in a form in which two versions of a document can be compared: code
 * numbers, which every reading of a file gives out anew, are replaced by what the codes are.
 * Equal forms mean equal words under equal markup. Only for comparing; never stored, never shown.
 */
export function comparableTexts(texts: readonly string[], codes: readonly InlineCode[]): readonly string[] {
  const table = inlineCodeTable(codes);
  return texts.map((text) => (text.includes("<") ? written(parseInline(text, table)) : text));
}

/** Private-use characters frame the codes, so that no text of an author can look like one. */
const OPEN = "\ue000";
const CLOSE = "\ue001";
const CODE = /\ue000[^\ue001]*\ue001/g;

const written = (nodes: readonly InlineNode[]): string =>
  nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      const { kind, href = "", alt = "" } = node.code;
      return `${OPEN}${kind} ${href} ${alt}${CLOSE}${written(node.children)}${OPEN}/${kind}${CLOSE}`;
    })
    .join("");

/** A comparable text without its codes. */
export const withoutCodes = (comparable: string): string => comparable.replace(CODE, "");
