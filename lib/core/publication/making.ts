/** How a published text was made, as far as the snapshot's paragraphs do not say it themselves. */
import type { WordCount } from "../blame/human-share";
import type { NumberedPolicy } from "../policy/policy";
import type { Contributor } from "./contributors";
import type { PublishedSegment } from "./snapshot";

export interface Making {
  /** When the machine translation was brought here; when the machine made it, nobody has said. ISO 8601, UTC. */
  readonly importedAt: string;
  /** The project's policy when it was published. Approvals may be older than it. */
  readonly policy: NumberedPolicy;
  /** How many people wrote in the texts that are current, also if none of their words is left. */
  readonly writers: number;
  /** Whose words are in the text, by display name; publications from before these were kept name nobody. */
  readonly contributors?: readonly Contributor[];
  /** How many accepted proposals readers have made. */
  readonly readerProposals: number;
  /** Paragraphs that were approved by somebody who wrote or imported the words themselves. */
  readonly ownApprovals: number;
}

/** Somebody who checked paragraphs. */
export interface Checker {
  readonly name: string;
  readonly paragraphs: number;
  /** First and last day, ISO 8601. */
  readonly from: string;
  readonly to: string;
}

/** Who checked how many paragraphs when, the busiest first. People of one name are one. */
export function checkers(segments: readonly Pick<PublishedSegment, "review">[]): readonly Checker[] {
  const found = new Map<string, Checker>();
  const reviews = segments.flatMap(({ review }) => review ?? []);
  for (const { approverName: name, approvedAt } of reviews.toSorted((a, b) =>
    order(a.approvedAt, b.approvedAt),
  )) {
    const known = found.get(name);
    const from = known?.from ?? approvedAt;
    found.set(name, { name, paragraphs: (known?.paragraphs ?? 0) + 1, from, to: approvedAt });
  }
  return [...found.values()].sort((a, b) => b.paragraphs - a.paragraphs || order(a.name, b.name));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Words of all paragraphs together; null for publications from before they were counted. */
export function countedWords(segments: readonly Pick<PublishedSegment, "words">[]): WordCount | null {
  const counts = segments.map(({ words }) => words);
  if (!counts.every((count) => count !== undefined)) return null;
  return counts.reduce<WordCount>(
    (sum, { human, all }) => ({ human: sum.human + human, all: sum.all + all }),
    { human: 0, all: 0 },
  );
}
