import { err, ok, type Result } from "../shared/result";

const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

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

/** Writing direction of a locale, for the `dir` attribute. */
export function textDirection(locale: string): "ltr" | "rtl" {
  const parts = locale.toLowerCase().split("-");
  if (parts.includes("arab") || parts.includes("hebr")) return "rtl";
  if (parts.some((part) => part.length === 4)) return "ltr";
  return RIGHT_TO_LEFT.has(parts[0] ?? "") ? "rtl" : "ltr";
}
