/** Markdown (CommonMark with GitHub's tables, strikethrough, autolinks and footnotes). */
import type { List, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { listNumber } from "../document/paragraph";
import { err, ok, type Result } from "../shared/result";
import { assembleDocument, firstHeading, plainTitle } from "./assemble-document";
import type { RawParagraph } from "./inline-piece";
import { collectDefinitions, type MarkdownContext, markdownPieces } from "./markdown-pieces";
import { readHtmlFragment } from "./read-html";
import { createWarningLog, type ReaderFault, type Reading } from "./reading";

const parser = unified().use(remarkParse).use(remarkGfm);

interface Block {
  readonly depth: number;
  readonly listDepth: number;
  readonly isQuote: boolean;
}

interface Walk extends MarkdownContext {
  readonly paragraphs: RawParagraph[];
  readonly maxDepth: number;
  tooDeep: boolean;
}

/**
 * Reads Markdown. Cells of tables and definitions of footnotes are paragraphs where they stand,
 * HTML inside is read as HTML, YAML front matter is left out but its title is the second choice
 * for the title.
 *
 * @param maxDepth Blocks or phrases nested deeper than this are refused with "too-complex".
 */
export function readMarkdown(markdown: string, maxDepth: number): Result<Reading, ReaderFault> {
  const { body, title, hasFrontMatter } = splitFrontMatter(markdown.replace(/\r\n?/g, "\n"));
  const tooComplex = err({ code: "too-complex", params: { limit: maxDepth, what: "depth" } });
  if (hasMassesOfDelimiters(body)) {
    return err({ code: "too-complex", params: { limit: MOST_DELIMITERS, what: "delimiters" } });
  }
  if (nestsDeeper(body, maxDepth)) return tooComplex;
  const root: Root = parser.parse(body);
  const warnings = createWarningLog();
  if (hasFrontMatter) warnings.add("front-matter-skipped");
  const walk: Walk = {
    paragraphs: [],
    maxDepth,
    tooDeep: false,
    warnings,
    definitions: collectDefinitions(root),
  };
  visitBlocks(root.children, { depth: 0, listDepth: 0, isQuote: false }, walk);
  if (walk.tooDeep) return tooComplex;
  return ok({
    text: assembleDocument(walk.paragraphs),
    title: firstHeading(walk.paragraphs) ?? title,
    warnings: warnings.list(),
  });
}

/** The parser takes time quadratic in the delimiters of one block: 60,000 took half a minute. */
const MOST_DELIMITERS = 20_000;

function hasMassesOfDelimiters(markdown: string): boolean {
  return markdown
    .split(/\n[ \t]*\n/)
    .some(
      (block) =>
        block.length > MOST_DELIMITERS && block.replace(/[^*_~[\]`!<]/g, "").length > MOST_DELIMITERS,
    );
}

/** The parser takes time quadratic in the nesting of quotes and lists: look before parsing. */
function nestsDeeper(markdown: string, maxDepth: number): boolean {
  for (const [prefix] of markdown.matchAll(/^(?:[ \t]{0,12}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm)) {
    if (prefix.replace(/\s/g, "").replace(/\d+[.)]/g, ">").length > maxDepth) return true;
  }
  return false;
}

function splitFrontMatter(markdown: string) {
  const matter = /^---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/s.exec(markdown.slice(0, 20_000));
  if (!matter) return { body: markdown, title: null, hasFrontMatter: false };
  const line = /^title:[ \t]*(.+)$/im.exec(matter[1] ?? "")?.[1] ?? "";
  const title = plainTitle(line.trim().replace(/^(["'])(.*)\1$/, "$2"));
  return { body: markdown.slice(matter[0].length), title, hasFrontMatter: true };
}

function visitBlocks(nodes: readonly RootContent[], block: Block, walk: Walk): void {
  if (block.depth > walk.maxDepth) walk.tooDeep = true;
  if (walk.tooDeep) return;
  for (const node of nodes) visitBlock(node, block, walk);
}

function visitBlock(node: RootContent, block: Block, walk: Walk): void {
  const deeper = { ...block, depth: block.depth + 1 };
  const text = textKind(block);
  if (node.type === "heading") {
    add(walk, { kind: "heading", level: node.depth, pieces: phrases(node.children, walk) });
  } else if (node.type === "paragraph") {
    add(walk, { ...text, pieces: phrases(node.children, walk) });
  } else if (node.type === "code") {
    add(walk, { kind: "preformatted", level: 0, pieces: [{ type: "text", text: node.value, wraps: [] }] });
  } else if (node.type === "blockquote") {
    visitBlocks(node.children, { ...deeper, isQuote: true }, walk);
  } else if (node.type === "list") {
    visitList(node, deeper, walk);
  } else if (node.type === "table") {
    const cells = node.children.flatMap((row) => row.children);
    for (const cell of cells) add(walk, { ...text, pieces: phrases(cell.children, walk) });
  } else if (node.type === "footnoteDefinition") {
    visitBlocks(node.children, deeper, walk);
  } else if (node.type === "html") {
    addHtml(node.value, walk);
  }
}

function visitList({ ordered, start, children }: List, block: Block, walk: Walk): void {
  for (const [index, item] of children.entries()) {
    visitItem(item.children, ordered ? (start ?? 1) + index : null, block, walk);
  }
}

/** Only the first block of an item is the item; later ones are paragraphs that stand below it. */
function visitItem(nodes: readonly RootContent[], ordinal: number | null, block: Block, walk: Walk): void {
  const [first, ...rest] = nodes;
  const inside = { ...block, listDepth: block.listDepth + 1 };
  if (first?.type === "paragraph") {
    const place = { kind: "list-item", level: inside.listDepth, ...listNumber(ordinal, null) } as const;
    add(walk, { ...place, pieces: phrases(first.children, walk) });
    visitBlocks(rest, { ...inside, isQuote: false }, walk);
  } else visitBlocks(nodes, { ...inside, isQuote: false }, walk);
}

const textKind = ({ isQuote }: Block) => ({ kind: isQuote ? "quote" : "paragraph", level: 0 }) as const;

function add(walk: Walk, paragraph: RawParagraph): void {
  walk.paragraphs.push(paragraph);
}

function phrases(nodes: Parameters<typeof markdownPieces>[0], walk: Walk) {
  const pieces = markdownPieces(nodes, walk, walk.maxDepth);
  if (pieces === null) walk.tooDeep = true;
  return pieces ?? [];
}

function addHtml(html: string, walk: Walk): void {
  const paragraphs = readHtmlFragment(html, walk.warnings, walk.maxDepth);
  if (paragraphs === null) walk.tooDeep = true;
  else walk.paragraphs.push(...paragraphs);
}
