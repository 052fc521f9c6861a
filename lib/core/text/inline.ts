import type { InlineCode } from "../document/paragraph";

/** A text with its inline codes resolved. */
export type InlineNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly code: InlineCode; readonly children: readonly InlineNode[] };

/** The codes of one side by number. Make it once for many paragraphs: `inlineCodeTable`. */
export type InlineCodeTable = ReadonlyMap<number, InlineCode>;

/** Deeper markers are shown as text: nobody formats so, and renderers recurse. */
const MAX_DEPTH = 24;

const MARKER = /<(\/?)([1-9]\d{0,8})(\/?)>/g;

interface OpenCode {
  readonly code: InlineCode | null;
  readonly marker: string;
  readonly children: InlineNode[];
}

/** The codes of a side by number; of two with one number the last counts. */
export function inlineCodeTable(codes: readonly InlineCode[]): InlineCodeTable {
  return new Map(codes.map((code) => [code.id, code]));
}

/**
 * Resolves the markers of a text whose numbers the table has: `<1>…</1>` around a run, `<2/>` for
 * an image or a line break. Tolerant: a marker without partner, of the other form than its kind
 * has, crossed with another, or nested more than 24 deep stays text, and so does every number
 * that the table lacks. No character is lost. Linear in the text's length, once the table is made.
 */
export function parseInline(
  text: string,
  codes: readonly InlineCode[] | InlineCodeTable,
): readonly InlineNode[] {
  if (!text.includes("<")) return text === "" ? [] : [{ kind: "text", text }];
  const reading = new Reading("get" in codes ? codes : inlineCodeTable(codes));
  let end = 0;
  for (const match of text.matchAll(MARKER)) {
    reading.text(text.slice(end, match.index));
    reading.marker(match[0], Number(match[2]), match[1] === "/", match[3] === "/");
    end = match.index + match[0].length;
  }
  reading.text(text.slice(end));
  return reading.end();
}

/** The text of the nodes without their codes, as a title or a search index wants it. A line break is a space. */
export function plainText(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      return node.code.kind === "break" ? " " : plainText(node.children);
    })
    .join("");
}

const standsAlone = ({ kind }: InlineCode): boolean => kind === "image" || kind === "break";

class Reading {
  private readonly stack: OpenCode[] = [{ code: null, marker: "", children: [] }];
  private readonly openIds = new Set<number>();

  constructor(private readonly codes: InlineCodeTable) {}

  text(text: string): void {
    if (text === "") return;
    const siblings = this.top().children;
    const last = siblings.at(-1);
    if (last?.kind === "text") siblings[siblings.length - 1] = { kind: "text", text: last.text + text };
    else siblings.push({ kind: "text", text });
  }

  marker(marker: string, id: number, closes: boolean, isEmpty: boolean): void {
    const code = this.codes.get(id);
    if (!code || (closes && isEmpty) || standsAlone(code) !== isEmpty) this.text(marker);
    else if (isEmpty) this.top().children.push({ kind: "code", code, children: [] });
    else if (closes) this.close(marker, id);
    else if (this.openIds.has(id) || this.stack.length > MAX_DEPTH) this.text(marker);
    else {
      this.openIds.add(id);
      this.stack.push({ code, marker, children: [] });
    }
  }

  end(): readonly InlineNode[] {
    while (this.stack.length > 1) this.dissolve();
    return this.top().children;
  }

  private close(marker: string, id: number): void {
    if (!this.openIds.has(id)) {
      this.text(marker);
      return;
    }
    while (this.top().code?.id !== id) this.dissolve();
    const closed = this.stack.pop() as OpenCode;
    this.openIds.delete(id);
    this.top().children.push({ kind: "code", code: closed.code as InlineCode, children: closed.children });
  }

  /** The innermost open marker has no partner: it was text. */
  private dissolve(): void {
    const open = this.stack.pop() as OpenCode;
    if (open.code) this.openIds.delete(open.code.id);
    this.text(open.marker);
    for (const child of open.children) {
      if (child.kind === "text") this.text(child.text);
      else this.top().children.push(child);
    }
  }

  private top(): OpenCode {
    return this.stack[this.stack.length - 1] as OpenCode;
  }
}
