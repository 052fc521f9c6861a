import { languageOf, likelyLocale } from "@/lib/core/text/locale";
import { readWishes } from "./negotiate";

/** Remembers in which language somebody last chose to read, for addresses that name none. */
export const READING_COOKIE = "reading-language";

/**
 * The language in which an article is shown to somebody who asked for none: the one that
 * they chose last, then what the browser asks for, then the language of the interface, then
 * the source, which stands first in `languages`.
 */
export function chooseReadingLanguage(
  languages: readonly string[],
  wishes: {
    readonly cookie: string | undefined;
    readonly acceptLanguage: string | null;
    readonly ui: string;
  },
): string | null {
  const asked = readWishes(wishes.acceptLanguage ?? "").map(({ tag }) => tag);
  for (const wish of [wishes.cookie, ...asked, wishes.ui]) {
    const match = wish === undefined ? null : nearest(languages, wish);
    if (match) return match;
  }
  return languages[0] ?? null;
}

/** Of the texts in the language that is wished for the one with the same script, then the same region. */
function nearest(languages: readonly string[], wish: string): string | null {
  const wished = likelyLocale(wish);
  const rank = (locale: string): number => {
    if (locale.toLowerCase() === wish.toLowerCase()) return 4;
    const own = likelyLocale(locale);
    return (own?.script === wished?.script ? 2 : 0) + (own?.region === wished?.region ? 1 : 0);
  };
  return languages
    .filter((locale) => languageOf(locale) === languageOf(wish))
    .reduce<string | null>((best, one) => (best !== null && rank(best) >= rank(one) ? best : one), null);
}

const ARTICLE = /^\/[^/]+\/articles\/([^/]+)\/([^/]+)/;

/**
 * Did this visit choose a language to read in? Then the address that it came from, on the
 * same host, shows the same article in another one. Reading alone is no choice.
 */
export function chosenReadingLanguage(address: URL, referer: string | null): string | null {
  const before = referer !== null && URL.canParse(referer) ? new URL(referer) : null;
  if (before?.host !== address.host) return null;
  const [from, to] = [ARTICLE.exec(before.pathname), ARTICLE.exec(address.pathname)];
  const language = to?.[2];
  const isSwitch = language !== undefined && from?.[1] === to?.[1] && from?.[2] !== language;
  return isSwitch && /^[A-Za-z0-9-]{2,35}$/.test(language) ? language : null;
}
