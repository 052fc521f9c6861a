import { UI_LOCALES, type UiLocale } from "@/lib/i18n/locales";
import { pathInLocale } from "@/lib/i18n/negotiate";
import styles from "./language-links.module.css";

const nameInItself = (locale: UiLocale): string =>
  new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;

/**
 * The same page in the other languages of the interface. Plain links: they work without
 * script, and a full load gives <html> its new language.
 */
export function LanguageLinks({
  current,
  address,
}: {
  readonly current: UiLocale;
  readonly address: string;
}) {
  return (
    <ul className={styles.list}>
      {UI_LOCALES.map((locale) => (
        <li key={locale}>
          <a
            href={pathInLocale(address, locale)}
            hrefLang={locale}
            lang={locale}
            aria-current={locale === current ? "true" : undefined}
            aria-label={`${locale.toUpperCase()}, ${nameInItself(locale)}`}
          >
            {locale.toUpperCase()}
          </a>
        </li>
      ))}
    </ul>
  );
}
