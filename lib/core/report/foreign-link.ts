import { foldInvisible } from "../text/folding";

/**
 * Endings of the domains that advertising comes from and that people name most, without those that are words with which a
 * sentence goes on after a forgotten space, as in "falsch.es muss". Anything else needs a path, or `www`.
 */
const ENDINGS =
  "com|net|org|info|biz|edu|gov|eu|de|ch|uk|fr|nl|pl|pt|cz|dk|se|fi|ru|ua|cn|jp|br|io|ai|tv|cc|ly|gl|co|xyz|top|shop|store|online|site|website|space|club|vip|pro|live|app|dev|link|click|icu|buzz|win|bet|casino|sex|porn|example|test";

/** A part of a domain's name: of one letter it is an abbreviation, as in "z.B." or "a.m.". */
const LABEL = String.raw`[\p{L}\p{N}][\p{L}\p{N}-]*[\p{L}\p{N}]`;
const NOT_INSIDE_WORD = String.raw`(?<![\p{L}\p{N}-])`;

const LINKS: readonly RegExp[] = [
  /\b(?:https?|ftp):\S+/giu,
  /\bwww\.\S+/giu,
  /\[url\b|<a\s/giu,
  new RegExp(String.raw`${NOT_INSIDE_WORD}(?:${LABEL}\.)+\p{L}{2,24}[/:?#]\S*`, "giu"),
  new RegExp(String.raw`//(?:${LABEL}\.)+${LABEL}\S*`, "giu"),
  new RegExp(String.raw`${NOT_INSIDE_WORD}(?:\d{1,3}\.){3}\d{1,3}[/:]\S*`, "gu"),
  // in one case only: "alles fertig.Das ist" is a space that was forgotten
  new RegExp(String.raw`${NOT_INSIDE_WORD}(?:${LABEL}\.)+(?:${ENDINGS})(?![\p{L}\p{N}-])`, "gu"),
  new RegExp(
    String.raw`${NOT_INSIDE_WORD}(?:[\p{Lu}\p{N}-]{2,}\.)+(?:${ENDINGS.toUpperCase()})(?![\p{L}\p{N}-])`,
    "gu",
  ),
];

/** As browsers read addresses: without what nobody sees, with one kind of full stop. */
const asRead = (text: string): string => foldInvisible(text).replace(/[。｡]/gu, ".");

/** Does a text name an address of the web, or a mail address, that another one does not? */
export function hasForeignLink(text: string, ownText: string): boolean {
  const [read, own] = [asRead(text), asRead(ownText)];
  return LINKS.some((kind) =>
    [...read.matchAll(kind)].some(([link]) => !own.includes(link.replace(/[\p{P}\p{S}]+$/u, ""))),
  );
}
