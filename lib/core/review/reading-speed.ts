/**
 * Words a minute at which adults read non-fiction silently: the mean over 190 studies
 * (M. Brysbaert, How many words do we read per minute?, Journal of Memory and Language 109, 2019).
 */
export const WORDS_PER_MINUTE = 238;

/** Faster than twice that nobody reads, whatever they do. */
const FASTEST = 2 * WORDS_PER_MINUTE;

/** An approval with what had to be read for it. */
export interface TimedApproval {
  readonly personId: string;
  readonly name: string;
  /** Seconds since the same person's decision before it; null for their first one. */
  readonly seconds: number | null;
  /** Source and target. */
  readonly texts: readonly string[];
}

/** Somebody's approvals, and how many of them came before the texts can have been read. */
export interface Haste {
  readonly personId: string;
  readonly name: string;
  readonly hasty: number;
  readonly all: number;
}

/** Fewer say nothing about a person: a text may have been read beforehand. */
const LEAST_HASTY = 3;

/**
 * Who approved at least three texts faster than they can be read, the hastiest first. Says
 * nothing about a person's first decision, for which there is no time to be measured.
 */
export function hasteOf(approvals: readonly TimedApproval[]): readonly Haste[] {
  const tally = new Map<string, Haste>();
  for (const approval of approvals) {
    const { personId, name } = approval;
    const { hasty, all } = tally.get(personId) ?? { hasty: 0, all: 0 };
    tally.set(personId, { personId, name, hasty: hasty + (isHasty(approval) ? 1 : 0), all: all + 1 });
  }
  return [...tally.values()]
    .filter(({ hasty }) => hasty >= LEAST_HASTY)
    .sort((a, b) => b.hasty - a.hasty || (a.name + a.personId < b.name + b.personId ? -1 : 1));
}

const isHasty = ({ seconds, texts }: TimedApproval): boolean =>
  seconds !== null && seconds < (60 * texts.reduce((sum, text) => sum + countWords(text), 0)) / FASTEST;

const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)?.length ?? 0;
