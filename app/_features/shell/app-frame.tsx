"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { Viewer } from "@/app/_loaders/viewer";
import { useT, useUiLocale } from "@/lib/i18n/client";
import styles from "./app-frame.module.css";
import { LanguageLinks } from "./language-links";
import { MainNav } from "./main-nav";
import { navItems } from "./nav-items";
import { SchemeMenu } from "./scheme-menu";
import { UserMenu } from "./user-menu";
import { Wordmark } from "./wordmark";

/** Header and main region of the workbench, the administration and the sign-in pages. */
export function AppFrame({
  viewer,
  signOut,
  children,
}: {
  readonly viewer: Viewer;
  readonly signOut?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useT("common");
  const locale = useUiLocale();
  const pathname = usePathname();
  return (
    <>
      <a className={styles.skip} href="#content">
        {t("nav.skip")}
      </a>
      <header className={styles.header}>
        <Link className={styles.home} href={`/${locale}`} aria-label={t("nav.home")} prefetch={false}>
          <Wordmark />
        </Link>
        <MainNav items={navItems(viewer, t, locale)} pathname={pathname} />
        <div className={styles.tools}>
          <nav aria-label={t("language.label")}>
            <LanguageLinks current={locale} pathname={pathname} />
          </nav>
          <SchemeMenu />
          {viewer && <UserMenu viewer={viewer} signOut={signOut} />}
        </div>
      </header>
      <main className={styles.main} id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
