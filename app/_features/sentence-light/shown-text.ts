/** The text that some elements show, and the way between its characters and the page. */
export interface ShownText {
  readonly text: string;
  /** The UTF-16 unit at a place of the page; null for a place outside. */
  offsetOf(node: Node, offset: number): number | null;
  /** The stretch of the page that shows these UTF-16 units, half-open. */
  rangeOf(from: number, to: number): Range | null;
}

/** What parts two blocks, so that no sentence goes on from one into the next. */
const BLOCK_END = "\n\n";

interface Run {
  readonly node: Text;
  /** Where its text begins in the whole. */
  readonly from: number;
}

/** Reads the blocks of one side of a row as they are shown. */
export function readShownText(blocks: readonly Element[]): ShownText {
  const runs: Run[] = [];
  let text = "";
  for (const [index, block] of blocks.entries()) {
    if (index > 0) text += BLOCK_END;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      runs.push({ node: node as Text, from: text.length });
      text += (node as Text).data;
    }
  }
  const runAt = (offset: number) => runs.findLast(({ from }) => from <= offset);
  return {
    text,
    offsetOf: (node, offset) => {
      const run = runs.find((one) => one.node === node);
      return run ? run.from + offset : null;
    },
    rangeOf: (from, to) => {
      const [first, last] = [runAt(from), runAt(Math.max(from, to - 1))];
      if (!first || !last) return null;
      const range = document.createRange();
      range.setStart(first.node, Math.min(from - first.from, first.node.length));
      range.setEnd(last.node, Math.min(to - last.from, last.node.length));
      return range;
    },
  };
}
