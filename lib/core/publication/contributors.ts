/** Whose words a published text holds. */
import { READERS_ID } from "../access/roles";
import type { BlamedRevision, BlamedToken } from "../blame/blame";

/** Words and numbers that somebody brought and that stand in the text. */
export interface Contributor {
  /** As readers are shown it; null: readers without an account, all together. */
  readonly name: string | null;
  readonly words: number;
}

export interface AuthoredRevision extends BlamedRevision {
  readonly authorId: string | null;
  readonly authorName: string | null;
}

/**
 * Who brought how many words of the texts, most first. As in `countHumanWords`, punctuation, spaces and codes do not
 * count, nor do words of revisions that no person wrote; the sum is its `human`. People of one name are one.
 */
export function contributors(
  texts: readonly (readonly BlamedToken<AuthoredRevision>[])[],
): readonly Contributor[] {
  const found = new Map<string | null, number>();
  for (const { kind, revision } of texts.flat()) {
    if ((kind !== "word" && kind !== "number") || revision.origin !== "human") continue;
    const name = revision.authorId === READERS_ID ? null : revision.authorName;
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return [...found]
    .map(([name, words]) => ({ name, words }))
    .sort((a, b) => b.words - a.words || order(a.name ?? "", b.name ?? ""));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
