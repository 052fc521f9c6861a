import { UI_LOCALES } from "@/lib/i18n/locales";

const UI = new RegExp(`^/(?:${UI_LOCALES.join("|")})/`);
const SLUG = /^[a-z0-9-]{1,100}$/;
const LANGUAGE = /^[A-Za-z0-9-]{0,35}$/;

/**
 * What to answer to an address in a language of the interface that can be no page's: 400 if it is
 * no address at all, 404 if no article could ever have it, however it were written. Null for all
 * others. The framework would answer these without a word.
 */
export function wrongAddressStatus(target: string): 400 | 404 | null {
  const [pathname = ""] = target.split("?");
  if (!UI.test(pathname)) return null;
  const parts = decodedParts(pathname);
  if (!parts) return 400;
  const [, , place, slug, language = ""] = parts;
  if (place !== "articles" || slug === undefined || slug === "") return null;
  return SLUG.test(slug) && LANGUAGE.test(language) ? null : 404;
}

function decodedParts(pathname: string): readonly string[] | null {
  try {
    return pathname.split("/").map(decodeURIComponent);
  } catch {
    return null;
  }
}
