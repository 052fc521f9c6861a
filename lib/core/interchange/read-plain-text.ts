/** Plain text, from a file or a text field. */
import { assembleDocument } from "./assemble-document";
import type { RawParagraph } from "./inline-piece";
import type { Reading } from "./reading";

/** No mail or editor wraps at more columns than this: a longer line is a paragraph by itself. */
const LONGEST_WRAPPED_LINE = 160;

/**
 * Reads plain text.
 *
 * Paragraphs are separated by blank lines (or U+2029); line ends inside stay as "\n". Two cases
 * are read otherwise, as texts copied from a browser or a word processor need it: a text without
 * any blank line has one paragraph per line, and so has a block in which some line is longer than
 * 160 UTF-16 units, because such a block was not wrapped by hand. Line ends CR, CRLF, U+0085 and
 * U+2028 become "\n". There are no inline codes and no title.
 */
export function readPlainText(text: string): Reading {
  const lines = text.replace(/\r\n?|[\u0085\u2028]/g, "\n").replaceAll("\u2029", "\n\n");
  const blocks = splitAtBlankLines(lines.split("\n"));
  const isSingleBlock = blocks.length === 1;
  const paragraphs = blocks.flatMap((block) => {
    const perLine = isSingleBlock || block.some((line) => line.length > LONGEST_WRAPPED_LINE);
    return perLine ? block : [block.join("\n")];
  });
  const raw = paragraphs.map(
    (paragraph): RawParagraph => ({
      kind: "paragraph",
      level: 0,
      pieces: [{ type: "text", text: paragraph, wraps: [] }],
    }),
  );
  return { text: assembleDocument(raw), title: null, warnings: [] };
}

function splitAtBlankLines(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  let block: string[] = [];
  for (const line of lines) {
    if (line.trim() !== "") block.push(line);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}
