import { LOCALE_COOKIE } from "./locales";
import { switchedLocale } from "./negotiate";
import { chosenReadingLanguage, READING_COOKIE } from "./reading-language";

export interface Choice {
  readonly cookie: string;
  readonly value: string;
}

export const CHOICE_SECONDS = 365 * 24 * 60 * 60;

/**
 * What a visit chose and the browser does not know yet: choices are remembered, never mere reading, because what
 * sets no cookie can be kept by a cache.
 */
export function newChoices(
  address: URL,
  referer: string | null,
  cookieOf: (name: string) => string | undefined,
): readonly Choice[] {
  const chosen = [
    { cookie: LOCALE_COOKIE, value: switchedLocale(address, referer) },
    { cookie: READING_COOKIE, value: chosenReadingLanguage(address, referer) },
  ];
  return chosen.flatMap(({ cookie, value }) =>
    value !== null && cookieOf(cookie) !== value ? [{ cookie, value }] : [],
  );
}
