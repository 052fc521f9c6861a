/** A published text as the writers of formats want it: formats nested without a gap, none of them empty. */
import type { ParagraphKind } from "../document/paragraph";
import { type InlineCodeTable, type InlineNode, parseInline } from "../text/inline";
import { assembleDocument } from "./assemble-document";
import type { InlinePiece, Wrap } from "./inline-piece";
import { collapseWhitespace } from "./whitespace";

/**
 * The text of a paragraph as a tree. Adjacent runs of one format are one, white space stands
 * outside of formats, and outside of preformatted text its runs are one space, as every reader
 * of HTML shows it. Control characters are dropped. Empty if nothing of it can be seen.
 */
export function inlineTree(text: string, kind: ParagraphKind, codes: InlineCodeTable): readonly InlineNode[] {
  const pieces = piecesOf(parseInline(text, codes), []);
  const flowed = kind === "preformatted" ? pieces : collapseWhitespace(pieces);
  const { paragraphs, codes: own } = assembleDocument([{ kind, level: 0, pieces: flowed }]);
  return parseInline(paragraphs[0]?.text ?? "", own);
}

/** The text of a preformatted paragraph, its line breaks as line ends. */
export const preformattedText = (text: string, codes: InlineCodeTable): string =>
  piecesOf(parseInline(text, codes), [])
    .map((piece) => {
      if (piece.type === "break") return "\n";
      return piece.type === "text" ? piece.text : (piece.alt ?? "");
    })
    .join("");

// Neither Markdown's references nor XML can hold them all, and nobody sees them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is about control characters
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

function piecesOf(nodes: readonly InlineNode[], wraps: readonly Wrap[]): InlinePiece[] {
  return nodes.flatMap((node): InlinePiece[] => {
    if (node.kind === "text") return [{ type: "text", text: node.text.replace(CONTROLS, ""), wraps }];
    const { kind, href, alt } = node.code;
    if (kind === "break") return [{ type: "break", wraps }];
    if (kind === "image") return [{ type: "image", ...(href && { href }), ...(alt && { alt }), wraps }];
    return piecesOf(node.children, [...wraps, { kind, ...(href && { href }) }]);
  });
}
