import type { TFunction } from "i18next";
import type { Format } from "@/lib/i18n/format";
import type { UiLocale } from "@/lib/i18n/locales";

/** What the article's components need of the interface. They take nothing from the request themselves. */
export interface ReaderWords {
  readonly ui: UiLocale;
  readonly t: TFunction<readonly ["reader", "common"]>;
  readonly format: Format;
}

/** Names are looked up once per language: a page of a thousand paragraphs asks for them a thousand times. */
const ownNames = new Map<string, string>();

/** The name of a language in itself: "Deutsch" of "de". A tag that nobody knows stays as it is. */
export function ownName(locale: string): string {
  const known = ownNames.get(locale);
  if (known !== undefined) return known;
  const name = lookUpOwnName(locale);
  ownNames.set(locale, name);
  return name;
}

function lookUpOwnName(locale: string): string {
  try {
    const names = new Intl.DisplayNames(locale, { type: "language", languageDisplay: "standard" });
    return names.of(locale) ?? locale;
  } catch {
    return locale;
  }
}

const ISOLATE = "\u2068";
const END_OF_ISOLATE = "\u2069";

/** Somebody's name inside a sentence of ours: its direction must not reorder the sentence. */
export const isolated = (name: string): string => `${ISOLATE}${name}${END_OF_ISOLATE}`;
