import { createInstance, type i18n } from "i18next";
import type { UiLocale } from "./locales";
import type { MessageBundle } from "./messages";

/**
 * A translator of one language. Always a fresh instance: one that is shared and switched
 * answers concurrent requests in each other's language.
 */
export function createI18n(locale: UiLocale, bundles: Readonly<Record<string, MessageBundle>>): i18n {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    supportedLngs: [locale],
    defaultNS: "common",
    ns: Object.keys(bundles),
    resources: { [locale]: { ...bundles } },
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  });
  return instance;
}
