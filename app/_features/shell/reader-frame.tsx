import type { ReactNode } from "react";
import type { UiLocale } from "@/lib/i18n/locales";
import { getT, requestAddress } from "@/lib/i18n/server";
import { LanguageLinks } from "./language-links";
import styles from "./reader-frame.module.css";
import { Wordmark } from "./wordmark";

/**
 * Header and footer of the public pages. The same for everybody, so that a page can be
 * kept by caches: nothing here depends on who is signed in.
 */
export async function ReaderFrame({
  locale,
  children,
}: {
  readonly locale: UiLocale;
  readonly children: ReactNode;
}) {
  const [t, address] = await Promise.all([getT("common", locale), requestAddress(locale)]);
  return (
    <>
      <a className={styles.skip} href="#content">
        {t("nav.skip")}
      </a>
      <header className={styles.header}>
        <a className={styles.home} href={`/${locale}`} aria-label={t("nav.home")}>
          <Wordmark />
        </a>
        <nav className={styles.nav} aria-label={t("language.label")}>
          <LanguageLinks current={locale} address={address} />
        </nav>
      </header>
      <main className={styles.main} id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.footer}>
        <p>{t("app.tagline")}</p>
        <a href={`/${locale}/documents`}>{t("nav.toWorkbench")}</a>
      </footer>
    </>
  );
}
