import { FALLBACK_LOCALE, isUiLocale, UI_LOCALES, type UiLocale } from "./locales";

/** The language that an address names, or null for a bare address: "de" of "/de/read". */
export function localeOfPath(address: string): UiLocale | null {
  const first = address.startsWith("/") ? address.split(/[/?#]/)[1] : undefined;
  return isUiLocale(first) ? first : null;
}

/** The same address in a language: "/de/read?page=2" and "/read?page=2" become "/en/read?page=2". */
export function pathInLocale(address: string, locale: UiLocale): string {
  const [, pathname = "", tail = ""] = /^([^?#]*)(.*)$/su.exec(address) ?? [];
  const current = localeOfPath(pathname);
  const rest = current ? pathname.slice(current.length + 1) : pathname;
  return rest === "" || rest === "/" ? `/${locale}${tail}` : `/${locale}${rest}${tail}`;
}

export interface Wish {
  /** As it was asked for, in lower case: "zh-hant-tw". */
  readonly tag: string;
  readonly language: string;
  readonly weight: number;
}

/** Wishes of an Accept-Language header, strongest first (RFC 9110, 12.5.4); damaged parts are left out. */
export function readWishes(header: string): Wish[] {
  const wishes = header
    .slice(0, 1000)
    .split(",")
    .map((part): Wish => {
      const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim());
      const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      const weight = quality === undefined ? 1 : Number(quality);
      return {
        tag: tag.toLowerCase(),
        language: tag.toLowerCase().split("-")[0] ?? "",
        weight: Number.isFinite(weight) ? weight : 0,
      };
    });
  return wishes
    .filter(({ language, weight }) => language !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

/** For an address that names no language: the cookie, then the browser, then the fallback. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): UiLocale {
  if (isUiLocale(cookie)) return cookie;
  for (const { language } of readWishes(acceptLanguage ?? "")) {
    const match = UI_LOCALES.find((locale) => locale === language);
    if (match) return match;
  }
  return FALLBACK_LOCALE;
}

/**
 * Did this visit switch the language? Then the address that it came from, on the same
 * host, names another one. Only a switch is remembered: reading alone sets no cookie.
 */
export function switchedLocale(address: URL, referer: string | null): UiLocale | null {
  const locale = localeOfPath(address.pathname);
  const origin = referer !== null && URL.canParse(referer) ? new URL(referer) : null;
  if (!locale || origin?.host !== address.host) return null;
  const before = localeOfPath(origin.pathname);
  return before !== null && before !== locale ? locale : null;
}
