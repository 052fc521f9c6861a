import type { UserId } from "../shared/ids";

/** Somebody who can be named in a comment. */
export interface Mentionable {
  readonly userId: UserId;
  readonly displayName: string;
}

const WORD = /[\p{L}\p{N}\p{M}_]/u;

/**
 * Who is named in a text: "@" at the beginning of a word, then a display name to the end of a word; of several
 * names that fit the longest. People of the same name are all meant. In the order of `people`, nobody twice.
 */
export function findMentions(text: string, people: readonly Mentionable[]): readonly UserId[] {
  const named = new Set<string>();
  const names = [...new Set(people.map(({ displayName }) => displayName))].sort(
    (a, b) => b.length - a.length,
  );
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (isInWord(text, at)) continue;
    const name = names.find(
      (one) => one !== "" && text.startsWith(one, at + 1) && endsWord(text, at + 1 + one.length),
    );
    if (name !== undefined) named.add(name);
  }
  return people.filter(({ displayName }) => named.has(displayName)).map(({ userId }) => userId);
}

const isInWord = (text: string, at: number): boolean => WORD.test(text.slice(0, at).at(-1) ?? " ");
const endsWord = (text: string, at: number): boolean =>
  !WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 32));

/** Longest beginning of a name that is taken for one while it is typed, in UTF-16 units. */
const QUERY_MAX = 60;

/** What is being typed after an "@" just before the caret, and where the "@" stands; null if none is. */
export function mentionQuery(
  text: string,
  caret: number,
): { readonly at: number; readonly query: string } | null {
  const at = text.lastIndexOf("@", caret - 1);
  if (at < 0 || caret - at > QUERY_MAX || isInWord(text, at)) return null;
  const query = text.slice(at + 1, caret);
  return /\n/.test(query) ? null : { at, query };
}

/** People whose name, or a later word of it, begins with what was typed; without regard to case. */
export function matchMentions(query: string, people: readonly Mentionable[]): readonly Mentionable[] {
  const wanted = query.toLowerCase();
  return people.filter(({ displayName }) => {
    const name = displayName.toLowerCase();
    return name.startsWith(wanted) || name.split(/\s+/).some((word) => word.startsWith(wanted));
  });
}

/** The text with the name in place of what was typed, and where the caret goes. */
export function completeMention(
  text: string,
  caret: number,
  name: string,
): { readonly text: string; readonly caret: number } {
  const found = mentionQuery(text, caret);
  if (!found) return { text, caret };
  const before = `${text.slice(0, found.at)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ""), caret: before.length };
}
