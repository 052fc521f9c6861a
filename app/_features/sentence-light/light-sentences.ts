import type { SentenceLink } from "@/lib/core/alignment/bead-sentences";
import { readShownText, type ShownText } from "./shown-text";

/** The name of the highlight in the style sheet. */
const HIGHLIGHT = "sentence";
/** Pairs of texts whose links are kept. */
const KEPT = 60;

type Side = "source" | "target";
type Link = (source: string, target: string) => Promise<readonly SentenceLink[]>;

/**
 * Lights up the sentence that is pointed at, or that the caret of an editor is in, together with
 * its counterpart on the other side of the row. Nothing of the page is changed: the browser paints
 * the highlight over it. Gives the function that ends it.
 */
export function lightSentences(root: HTMLElement, link: Link): () => void {
  if (!("highlights" in CSS)) return () => {};
  const linksOf = remembering(link);
  let asked = 0;
  const light = async (node: Node, offset: number) => {
    const turn = ++asked;
    const found = findRow(node);
    if (!found) return dark();
    const texts = { source: readShownText(found.blocks.source), target: readShownText(found.blocks.target) };
    const at = texts[found.side].offsetOf(node, offset);
    if (at === null) return dark();
    // without a connection there may be nothing to link with yet: the text is read all the same
    const links = await linksOf(texts.source.text, texts.target.text).catch(() => []);
    const pair = links.find(({ [found.side]: { from, to } }) => from <= at && at < to);
    if (turn !== asked) return;
    if (!pair || links.length < 2) return dark();
    paint([rangeOf(texts.source, pair.source), rangeOf(texts.target, pair.target)]);
  };
  const dark = () => {
    asked += 1;
    CSS.highlights.delete(HIGHLIGHT);
  };
  let frame = 0;
  const onMove = ({ clientX, clientY, pointerType }: PointerEvent) => {
    if (pointerType !== "mouse") return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const place = placeAt(clientX, clientY);
      if (place) void light(place.node, place.offset);
      else dark();
    });
  };
  const onCaret = () => {
    const { anchorNode, anchorOffset } = document.getSelection() ?? {};
    const isTyping = document.activeElement?.classList.contains("cm-content");
    if (isTyping && anchorNode && root.contains(anchorNode)) void light(anchorNode, anchorOffset ?? 0);
  };
  root.addEventListener("pointermove", onMove);
  root.addEventListener("pointerleave", dark);
  document.addEventListener("selectionchange", onCaret);
  return () => {
    root.removeEventListener("pointermove", onMove);
    root.removeEventListener("pointerleave", dark);
    document.removeEventListener("selectionchange", onCaret);
    cancelAnimationFrame(frame);
    dark();
  };
}

/** The row that a place is in, with the blocks of both of its sides as they stand there now. */
function findRow(node: Node) {
  const element = node instanceof Element ? node : node.parentElement;
  const side = element?.closest<HTMLElement>("[data-side]")?.dataset.side as Side | undefined;
  const row = element?.closest("article");
  if (!side || !row) return null;
  const blocks = { source: blocksOf(row, "source"), target: blocksOf(row, "target") };
  return blocks.source.length > 0 && blocks.target.length > 0 ? { side, blocks } : null;
}

const blocksOf = (row: Element, side: Side): readonly Element[] => {
  const holder = row.querySelector(`[data-side="${side}"]`);
  return [...(holder?.querySelectorAll(".cm-line, p") ?? [])];
};

/** White space at the ends belongs to no sentence that anybody sees. */
function rangeOf(shown: ShownText, { from, to }: { readonly from: number; readonly to: number }) {
  const text = shown.text.slice(from, to);
  return shown.rangeOf(from + text.length - text.trimStart().length, from + text.trimEnd().length);
}

function paint(ranges: readonly (Range | null)[]): void {
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges.filter((range) => range !== null)));
}

function placeAt(x: number, y: number): { readonly node: Node; readonly offset: number } | null {
  if ("caretPositionFromPoint" in document) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

function remembering(link: Link): Link {
  const known = new Map<string, Promise<readonly SentenceLink[]>>();
  return (source, target) => {
    const key = JSON.stringify([source, target]);
    const found = known.get(key) ?? link(source, target);
    known.delete(key);
    known.set(key, found);
    found.catch(() => known.delete(key)); // asked anew with the next move
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return found;
  };
}
