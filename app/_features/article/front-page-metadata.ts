import type { Metadata } from "next";
import { UI_LOCALES, type UiLocale } from "@/lib/i18n/locales";
import { publicOrigin } from "./public-origin";

/**
 * The front page in each language of the interface is a page of its own, and names the others.
 * @param query names one of its further pages, with the question mark.
 */
export function frontPageMetadata(ui: UiLocale, query = ""): Metadata {
  const origin = publicOrigin();
  return {
    metadataBase: origin ? new URL(origin) : null,
    alternates: {
      canonical: `/${ui}${query}`,
      languages: {
        ...Object.fromEntries(UI_LOCALES.map((locale) => [locale, `/${locale}${query}`])),
        "x-default": `/${query}`,
      },
    },
  };
}
