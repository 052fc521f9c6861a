import { err, ok, type Result } from "../shared/result";

/** Scripts in use that run from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set("Adlm Arab Aran Armi Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi".split(" "));

/** A BCP 47 tag in its canonical spelling ("DE-ch" becomes "de-CH"). */
export function parseLocale(value: unknown): Result<string, "bad-locale"> {
  if (typeof value !== "string" || value.length > 35) return err("bad-locale");
  try {
    const [tag] = Intl.getCanonicalLocales(value.trim());
    return tag ? ok(tag) : err("bad-locale");
  } catch {
    return err("bad-locale");
  }
}

/** The language subtag: "de" of "de-CH". */
export const languageOf = (locale: string): string => locale.toLowerCase().split("-")[0] ?? locale;

/** The tag with the script and the region that are likely where it names none (CLDR); null if it is no tag. */
export function likelyLocale(locale: string): Intl.Locale | null {
  try {
    return new Intl.Locale(locale).maximize();
  } catch {
    return null;
  }
}

/** Writing direction of a locale, for the `dir` attribute: that of its script. */
export const textDirection = (locale: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.has(likelyLocale(locale)?.script ?? "") ? "rtl" : "ltr";
