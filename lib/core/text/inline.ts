import type { InlineCode } from "../document/paragraph";

/** A text with its inline codes resolved. */
export type InlineNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly code: InlineCode; readonly children: readonly InlineNode[] };

/** Deeper markers are shown as text: nobody formats so, and renderers recurse. */
const MAX_DEPTH = 24;

const MARKER = /<(\/?)(\d{1,9})(\/?)>/g;

interface OpenCode {
  readonly code: InlineCode | null;
  readonly marker: string;
  readonly children: InlineNode[];
}

/**
 * Resolves the markers of a text (`<1>…</1>`, `<2/>`) whose numbers the table has. Tolerant: a
 * marker without partner, crossed with another, or nested more than 24 deep stays text, and so
 * does every number that the table lacks. No character is lost. Linear in the text's length.
 */
export function parseInline(text: string, codes: readonly InlineCode[]): readonly InlineNode[] {
  if (codes.length === 0 || !text.includes("<")) return text === "" ? [] : [{ kind: "text", text }];
  const reading = new Reading(new Map(codes.map((code) => [code.id, code])));
  let end = 0;
  for (const match of text.matchAll(MARKER)) {
    reading.text(text.slice(end, match.index));
    reading.marker(match[0], Number(match[2]), match[1] === "/", match[3] === "/");
    end = match.index + match[0].length;
  }
  reading.text(text.slice(end));
  return reading.end();
}

class Reading {
  private readonly stack: OpenCode[] = [{ code: null, marker: "", children: [] }];
  private readonly openIds = new Set<number>();

  constructor(private readonly codes: ReadonlyMap<number, InlineCode>) {}

  text(text: string): void {
    if (text === "") return;
    const siblings = this.top().children;
    const last = siblings.at(-1);
    if (last?.kind === "text") siblings[siblings.length - 1] = { kind: "text", text: last.text + text };
    else siblings.push({ kind: "text", text });
  }

  marker(marker: string, id: number, closes: boolean, isEmpty: boolean): void {
    const code = this.codes.get(id);
    if (!code || (closes && isEmpty)) this.text(marker);
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
