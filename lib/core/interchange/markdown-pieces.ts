/** Phrasing content of Markdown as inline pieces. */
import type { Nodes, PhrasingContent, Root } from "mdast";
import { formatOfElement } from "./html-elements";
import type { InlinePiece, Wrap } from "./inline-piece";
import { parseLinkTarget } from "./link-target";
import type { WarningLog } from "./reading";
import { collapseWhitespace } from "./whitespace";

export interface MarkdownContext {
  readonly warnings: WarningLog;
  /** Address by identifier of a reference. */
  readonly definitions: ReadonlyMap<string, string>;
}

interface Phrase extends MarkdownContext {
  readonly pieces: InlinePiece[];
  readonly maxDepth: number;
  /** Formats that raw HTML tags have opened and not yet closed. */
  openTags: readonly { readonly name: string; readonly wrap: Wrap | null }[];
  tooDeep: boolean;
}

/** Addresses of all link definitions; the first of two with one name counts. */
export function collectDefinitions(root: Root): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "definition" && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node.url);
    }
    if ("children" in node) pending.push(...[...node.children].reverse());
  }
  return definitions;
}

/** Pieces with white space collapsed (a line end inside a paragraph is a space); null if nested too deep. */
export function markdownPieces(
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
  maxDepth: number,
): InlinePiece[] | null {
  const phrase: Phrase = { ...context, pieces: [], maxDepth, openTags: [], tooDeep: false };
  visitAll(nodes, [], 0, phrase);
  return phrase.tooDeep ? null : collapseWhitespace(phrase.pieces);
}

function visitAll(
  nodes: readonly PhrasingContent[],
  wraps: readonly Wrap[],
  depth: number,
  phrase: Phrase,
): void {
  if (depth > phrase.maxDepth) phrase.tooDeep = true;
  if (phrase.tooDeep) return;
  for (const node of nodes) visit(node, wraps, depth, phrase);
}

function visit(node: PhrasingContent, wraps: readonly Wrap[], depth: number, phrase: Phrase): void {
  const inside = (wrap: Wrap | null) => (wrap ? [...wraps, wrap] : wraps);
  const formats = [...wraps, ...phrase.openTags.flatMap(({ wrap }) => wrap ?? [])];
  switch (node.type) {
    case "text":
      phrase.pieces.push({ type: "text", text: node.value, wraps: formats });
      break;
    case "inlineCode":
      phrase.pieces.push({ type: "text", text: node.value, wraps: [...formats, { kind: "code" }] });
      break;
    case "break":
      phrase.pieces.push({ type: "break", wraps: formats });
      break;
    case "strong":
      visitAll(node.children, inside({ kind: "bold" }), depth + 1, phrase);
      break;
    case "emphasis":
      visitAll(node.children, inside({ kind: "italic" }), depth + 1, phrase);
      break;
    case "delete":
      visitAll(node.children, inside({ kind: "strike" }), depth + 1, phrase);
      break;
    case "link":
      visitAll(node.children, inside(linkTo(node.url, phrase)), depth + 1, phrase);
      break;
    case "linkReference": {
      const address = phrase.definitions.get(node.identifier) ?? "";
      visitAll(node.children, inside(linkTo(address, phrase)), depth + 1, phrase);
      break;
    }
    case "image":
      addImage(node.url, node.alt, formats, phrase);
      break;
    case "imageReference":
      addImage(phrase.definitions.get(node.identifier) ?? "", node.alt, formats, phrase);
      break;
    case "footnoteReference":
      phrase.warnings.add("note-references-dropped", node.identifier);
      break;
    case "html":
      visitTag(node.value, formats, phrase);
      break;
    default:
      break;
  }
}

function linkTo(address: string, phrase: Phrase): Wrap | null {
  const href = parseLinkTarget(address);
  if (href) return { kind: "link", href };
  phrase.warnings.add("link-dropped", address);
  return null;
}

function addImage(
  address: string,
  description: string | null | undefined,
  wraps: readonly Wrap[],
  phrase: Phrase,
): void {
  const href = parseLinkTarget(address);
  const alt = description?.replace(/\s+/g, " ").trim().normalize("NFC");
  if (!href) phrase.warnings.add("image-dropped", address);
  if (href || alt) phrase.pieces.push({ type: "image", ...(href && { href }), ...(alt && { alt }), wraps });
}

/** A raw tag: `<br>` and the formats that HTML shares with Markdown mean the same here; others go. */
function visitTag(html: string, wraps: readonly Wrap[], phrase: Phrase): void {
  const [, slash, tag = ""] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html) ?? [];
  const name = tag.toLowerCase();
  if (name === "br") phrase.pieces.push({ type: "break", wraps });
  else if (slash) {
    const at = phrase.openTags.findLastIndex((open) => open.name === name);
    if (at >= 0) phrase.openTags = phrase.openTags.toSpliced(at, 1);
  } else if (name === "img") {
    addImage(tagAttribute(html, "src"), tagAttribute(html, "alt"), wraps, phrase);
  } else if (!html.endsWith("/>") && phrase.openTags.length < phrase.maxDepth) {
    const kind = formatOfElement(name);
    const wrap = name === "a" ? linkTo(tagAttribute(html, "href"), phrase) : kind ? { kind } : null;
    if (wrap) phrase.openTags = [...phrase.openTags, { name, wrap }];
  }
}

const tagAttribute = (html: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(html)?.slice(1).find(Boolean) ?? "";
