import type { BlamedRevision, BlamedToken } from "./blame";

/** Words in a row that came together and were approved together. */
export interface Stretch<R> {
  readonly text: string;
  /** The revision that brought them, and the first approved one in which they stood. */
  readonly revision: R;
  readonly approved: R | null;
}

/** Joins the tokens of a blamed text as far as they say the same. Law: the stretches' texts joined are the text. */
export function stretches<R extends BlamedRevision>(
  tokens: readonly BlamedToken<R>[],
): readonly Stretch<R>[] {
  const joined: { text: string; revision: R; approved: R | null }[] = [];
  for (const { text, kind, revision, approved } of tokens) {
    const last = joined.at(-1);
    const continues =
      last && (kind === "space" || (last.revision === revision && last.approved === approved));
    if (continues) last.text += text;
    else joined.push({ text, revision, approved });
  }
  return joined;
}
