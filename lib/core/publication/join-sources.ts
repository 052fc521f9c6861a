import type { PublishedSegment } from "./snapshot";

/**
 * Names segments by the source paragraphs that they translate: paragraphs that some of the segments join, directly or
 * over others, have one name. Null for what has no source.
 */
export function joinSources(
  segments: readonly Pick<PublishedSegment, "sources">[],
): (segment: Pick<PublishedSegment, "sources">) => string | null {
  const parent = new Map<number, number>();
  const rootOf = (number: number): number => {
    let root = number;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(number, root);
    return root;
  };
  for (const { sources } of segments) {
    for (const { number } of sources) parent.set(rootOf(number), rootOf(sources[0]?.number ?? number));
  }
  return ({ sources: [first] }) => (first ? `source ${rootOf(first.number)}` : null);
}
