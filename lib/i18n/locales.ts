/**
 * Languages of the interface and the region whose dates and numbers they use. The key is
 * the first part of every address and the name of the folder in `messages/`.
 */
const REGIONS = {
  de: "de-DE",
  en: "en-GB",
} as const;

export type UiLocale = keyof typeof REGIONS;

export const UI_LOCALES = Object.keys(REGIONS) as readonly UiLocale[];

/** What a visitor gets who asks for none of them. */
export const FALLBACK_LOCALE: UiLocale = "en";

/** Remembers the last switch of language, for addresses without a language. */
export const LOCALE_COOKIE = "ui-locale";

export const isUiLocale = (value: unknown): value is UiLocale =>
  UI_LOCALES.some((locale) => locale === value);

/** The tag for `Intl`: "en-GB" of "en". */
export const regionOf = (locale: UiLocale): string => REGIONS[locale];
