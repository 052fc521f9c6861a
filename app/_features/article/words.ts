import type { TFunction } from "i18next";
import type { Format } from "@/lib/i18n/format";
import type { UiLocale } from "@/lib/i18n/locales";

/** What the article's components need of the interface. They take nothing from the request themselves. */
export interface ReaderWords {
  readonly ui: UiLocale;
  readonly t: TFunction<readonly ["reader", "common"]>;
  readonly format: Format;
}

/** The name of a language in itself: "Deutsch" of "de". A tag that nobody knows stays as it is. */
export function ownName(locale: string): string {
  try {
    return (
      new Intl.DisplayNames(locale, { type: "language", languageDisplay: "standard" }).of(locale) ?? locale
    );
  } catch {
    return locale;
  }
}

const ISOLATE = "\u2068";
const END_OF_ISOLATE = "\u2069";

/** Somebody's name inside a sentence of ours: its direction must not reorder the sentence. */
export const isolated = (name: string): string => `${ISOLATE}${name}${END_OF_ISOLATE}`;
