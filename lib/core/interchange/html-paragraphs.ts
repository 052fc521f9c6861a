/** The walk over a parsed HTML tree that collects paragraphs. */
import type { DefaultTreeAdapterMap } from "parse5";
import type { ParagraphForm } from "../document/paragraph";
import {
  attribute,
  BLOCK_ELEMENTS,
  formatOfElement,
  IGNORED_ELEMENTS,
  LIST_ELEMENTS,
  PREFORMATTED_ELEMENTS,
} from "./html-elements";
import { type ListNumbers, NO_NUMBERS, numbersOfList } from "./html-list-numbers";
import type { InlinePiece, RawParagraph, Wrap } from "./inline-piece";
import { parseLinkTarget } from "./link-target";
import type { WarningLog } from "./reading";
import { collapseWhitespace } from "./whitespace";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** What holds for everything inside an element. */
interface Surroundings {
  readonly depth: number;
  readonly listDepth: number;
  readonly block: ParagraphForm;
  /** Gives the items of the list around their numbers. */
  readonly numbers: ListNumbers;
  /** The list item around; only its first paragraph is the item, later ones stand below it. */
  readonly item: { used: boolean };
  readonly wraps: readonly Wrap[];
}

interface Walk {
  readonly paragraphs: RawParagraph[];
  readonly warnings: WarningLog;
  readonly maxDepth: number;
  pieces: InlinePiece[];
  tooDeep: boolean;
}

const OUTSIDE: Surroundings = {
  depth: 0,
  listDepth: 0,
  block: { kind: "paragraph", level: 0 },
  item: { used: false },
  numbers: NO_NUMBERS,
  wraps: [],
};

/** Paragraphs in document order, white space collapsed; null if elements are nested deeper than `maxDepth`. */
export function htmlParagraphs(root: Node, warnings: WarningLog, maxDepth: number): RawParagraph[] | null {
  const walk: Walk = { paragraphs: [], warnings, maxDepth, pieces: [], tooDeep: false };
  visitChildren(root, OUTSIDE, walk);
  endParagraph(OUTSIDE, walk);
  return walk.tooDeep ? null : walk.paragraphs;
}

function visitChildren(node: Node, around: Surroundings, walk: Walk): void {
  if (around.depth > walk.maxDepth) walk.tooDeep = true;
  if (walk.tooDeep || !("childNodes" in node)) return;
  for (const child of node.childNodes) {
    if (child.nodeName === "#text" && "value" in child) {
      walk.pieces.push({ type: "text", text: child.value, wraps: around.wraps });
    } else if ("tagName" in child) visitElement(child, around, walk);
  }
}

function visitElement(element: Element, around: Surroundings, walk: Walk): void {
  const name = element.tagName;
  if (IGNORED_ELEMENTS.has(name)) return;
  if (isHidden(element)) {
    walk.warnings.add("hidden-text-skipped");
    return;
  }
  if (name === "br") walk.pieces.push({ type: "break", wraps: around.wraps });
  else if (name === "img") addImage(element, around, walk);
  else if (BLOCK_ELEMENTS.has(name)) visitBlock(element, around, walk);
  else visitChildren(element, insideInline(element, around, walk), walk);
}

function visitBlock(element: Element, around: Surroundings, walk: Walk): void {
  endParagraph(around, walk);
  const inside = insideBlock(element, around);
  visitChildren(element, inside, walk);
  endParagraph(inside, walk);
}

function insideBlock(element: Element, around: Surroundings): Surroundings {
  const name = element.tagName;
  const depth = around.depth + 1;
  const heading = /^h([1-6])$/.exec(name);
  if (heading) return { ...around, depth, block: { kind: "heading", level: Number(heading[1]) } };
  if (LIST_ELEMENTS.has(name)) {
    return { ...around, depth, listDepth: around.listDepth + 1, numbers: numbersOfList(element) };
  }
  if (PREFORMATTED_ELEMENTS.has(name)) return { ...around, depth, block: { kind: "preformatted", level: 0 } };
  if (name === "li") {
    const level = Math.max(1, around.listDepth);
    const block = { kind: "list-item", level, ...around.numbers.next(element) } as const;
    return { ...around, depth, block, item: { used: false } };
  }
  if (name === "blockquote") return { ...around, depth, block: { kind: "quote", level: 0 } };
  return { ...around, depth };
}

function insideInline(element: Element, around: Surroundings, walk: Walk): Surroundings {
  const depth = around.depth + 1;
  const format = formatOfElement(element.tagName);
  if (format) return { ...around, depth, wraps: [...around.wraps, { kind: format }] };
  const address = element.tagName === "a" ? attribute(element, "href") : undefined;
  if (address === undefined) return { ...around, depth };
  const href = parseLinkTarget(address);
  if (href) return { ...around, depth, wraps: [...around.wraps, { kind: "link", href }] };
  walk.warnings.add("link-dropped", address);
  return { ...around, depth };
}

function addImage(element: Element, around: Surroundings, walk: Walk): void {
  const source = attribute(element, "src") ?? "";
  const href = parseLinkTarget(source);
  const alt = attribute(element, "alt")?.replace(/\s+/g, " ").trim().normalize("NFC");
  if (!href) walk.warnings.add("image-dropped", source);
  if (href || alt) {
    walk.pieces.push({ type: "image", ...(href && { href }), ...(alt && { alt }), wraps: around.wraps });
  }
}

/** Ends the paragraph; two line breaks in a row end one as well, as old pages have no other paragraphs. */
function endParagraph({ block, item }: Surroundings, walk: Walk): void {
  const { pieces } = walk;
  walk.pieces = [];
  if (block.kind === "preformatted") {
    const lines = pieces.map((piece) =>
      piece.type === "break" ? ({ type: "text", text: "\n", wraps: piece.wraps } as const) : piece,
    );
    walk.paragraphs.push({ ...block, pieces: lines });
    return;
  }
  for (const part of splitAtDoubleBreaks(collapseWhitespace(pieces))) {
    if (part.length === 0) continue;
    const isContinued = block.kind === "list-item" && item.used;
    walk.paragraphs.push({ ...(isContinued ? OUTSIDE.block : block), pieces: part });
    item.used = true;
  }
}

function splitAtDoubleBreaks(pieces: readonly InlinePiece[]): InlinePiece[][] {
  const parts: InlinePiece[][] = [[]];
  pieces.forEach((piece, at) => {
    const isDouble = piece.type === "break" && pieces[at - 1]?.type === "break";
    if (isDouble) parts.push([]);
    else parts.at(-1)?.push(piece);
  });
  return parts;
}

function isHidden(element: Element): boolean {
  if (attribute(element, "hidden") !== undefined) return true;
  const style = attribute(element, "style");
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}
