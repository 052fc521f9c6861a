import type { Edit } from "./hunk";

/**
 * Puts changes into the text that they were made from. Any subset of the hunks of one diff may be given, in
 * order; the stretches between them stay as they are.
 *
 * @throws RangeError if the hunks do not fit the text: out of order, or deleting what does not stand there.
 */
export const applyHunks = (base: string, hunks: readonly Edit[]): string =>
  replaceAll(
    base,
    hunks.map(({ baseFrom, deleted, inserted }) => ({ from: baseFrom, old: deleted, fresh: inserted })),
  );

/** Takes changes back out of the text that has them all; any subset, in order. Throws as `applyHunks`. */
export const revertHunks = (next: string, hunks: readonly Edit[]): string =>
  replaceAll(
    next,
    hunks.map(({ nextFrom, deleted, inserted }) => ({ from: nextFrom, old: inserted, fresh: deleted })),
  );

interface Replacement {
  readonly from: number;
  readonly old: string;
  readonly fresh: string;
}

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, old, fresh } of replacements) {
    if (from < at || !text.startsWith(old, from) || from > text.length) {
      throw new RangeError(`hunk does not fit the text at ${from}`);
    }
    parts.push(text.slice(at, from), fresh);
    at = from + old.length;
  }
  return parts.join("") + text.slice(at);
}
