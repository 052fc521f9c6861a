import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from "parse5";
import { attribute } from "@/lib/core/interchange/html-elements";
import { joinSheets } from "./page-sheet";
import { PAGE_STATUS_META } from "./page-status";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface StrippedPage {
  readonly html: string;
  /** True: it holds a form that is sent to us, which may carry something of one person or one moment. */
  readonly sends: boolean;
  /** What the page itself says that it is to be answered with, since the framework lets no page choose; null: nothing. */
  readonly status: number | null;
}

/** Where the scripts of readers are (app/_features/article/reader-scripts.ts). */
const OWN_SCRIPT = "/scripts/";
/** Our server reads this one, and nobody else. */
const LITTER_META = new Set(["next-size-adjust", PAGE_STATUS_META]);
/** Only the framework's script reads these. */
const FRAMEWORK_ATTRIBUTES = new Set(["nonce", "data-precedence", "data-dgst", "data-cstr"]);
/** The parser takes one line feed away after these, so that there must be two. */
const EATS_LINE_FEED = new Set(["pre", "textarea", "listing"]);

/**
 * A rendered page without what a reader never needs: the framework's scripts, the second copy of the page that they
 * hydrate from, what is fetched ahead for them, and comments; its style sheets in one. What is seen and read stays as
 * it is. Throws on a page whose parts only a script would put in their places.
 */
export function stripPage(html: string): StrippedPage {
  const document = parse(withoutSecondCopy(html));
  const found: Found = { sends: false, status: null };
  const links: Element[] = [];
  strip(document, found, links);
  joinSheets(links);
  return { html: serialize(document), ...found };
}

const COPY = /<script(?: nonce="[^"<>]*")?>(?:self|\(self)\./g;
const SCRIPT_END = "</script>";

/**
 * Two thirds of a long page are scripts that hold it a second time. Taking them out as text spares the parser half its
 * time; nothing else can look like one, since the framework writes no "<" of a text or an attribute.
 */
function withoutSecondCopy(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { index } of html.matchAll(COPY)) {
    if (index < from) continue;
    const end = html.indexOf(SCRIPT_END, index);
    if (end < 0) break;
    kept.push(html.slice(from, index));
    from = end + SCRIPT_END.length;
  }
  return kept.join("") + html.slice(from);
}

type Found = { -readonly [Key in "sends" | "status"]: StrippedPage[Key] };

function strip(parent: DefaultTreeAdapterTypes.ParentNode, found: Found, links: Element[]): void {
  for (const node of [...parent.childNodes]) {
    found.status ??= statusIn(node);
    if (isLitter(node)) {
      defaultTreeAdapter.detachNode(node);
      continue;
    }
    if (!("tagName" in node)) continue;
    if (node.tagName === "template" && /^[BP]:/.test(attribute(node, "id") ?? "")) {
      throw new Error("a part of this page was streamed after the rest: it needs a script");
    }
    found.sends ||= node.tagName === "form" && attribute(node, "method")?.toLowerCase() === "post";
    node.attrs = node.attrs.filter(({ name }) => !FRAMEWORK_ATTRIBUTES.has(name));
    if (node.tagName === "link") links.push(node);
    strip(node, found, links);
    if (EATS_LINE_FEED.has(node.tagName)) keepLineFeed(node);
  }
}

function isLitter(node: Node): boolean {
  if (node.nodeName === "#comment") return true;
  if (!("tagName" in node)) return false;
  if (node.tagName === "script") return !isNeeded(node);
  if (node.tagName === "link") return isPreload(node);
  if (node.tagName === "meta") return LITTER_META.has(attribute(node, "name") ?? "");
  // where the framework puts what comes late
  return node.tagName === "div" && attribute(node, "hidden") === "" && node.childNodes.every(isLitter);
}

function statusIn(node: Node): number | null {
  const isStatus =
    "tagName" in node && node.tagName === "meta" && attribute(node, "name") === PAGE_STATUS_META;
  return isStatus ? Number(attribute(node, "content")) || null : null;
}

function isNeeded(script: Element): boolean {
  const type = attribute(script, "type");
  if (type === "application/ld+json") return true;
  return type === undefined && (attribute(script, "src")?.startsWith(OWN_SCRIPT) ?? false);
}

function isPreload(link: Element): boolean {
  const rel = attribute(link, "rel");
  return (
    rel === "modulepreload" ||
    rel === "expect" ||
    (rel === "preload" && ["script", "style"].includes(attribute(link, "as") ?? ""))
  );
}

function keepLineFeed(element: Element): void {
  const [first] = element.childNodes;
  if (first && defaultTreeAdapter.isTextNode(first) && first.value.startsWith("\n")) {
    first.value = `\n${first.value}`;
  }
}
