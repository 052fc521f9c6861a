"use client";

import Link from "next/link";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { WordsOwner } from "@/app/_features/kept-words/use-kept-words";
import { KeyboardProvider } from "@/app/_features/keyboard/keyboard-provider";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import type { Viewer } from "@/app/_loaders/viewer";
import { useT, useUiLocale } from "@/lib/i18n/client";
import styles from "./app-frame.module.css";
import { KeyboardButton } from "./keyboard-button";
import { LanguageLinks } from "./language-links";
import { MainNav } from "./main-nav";
import { type NavItem, navItems } from "./nav-items";
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
  const query = useSearchParams().toString();
  const items = navItems(viewer, t, locale);
  return (
    <WordsOwner value={viewer?.userId ?? ""}>
      <KeyboardProvider>
        <NavCommands items={items} />
        <a className={styles.skip} href="#content">
          {t("nav.skip")}
        </a>
        <header className={styles.header}>
          <Link className={styles.home} href={`/${locale}`} aria-label={t("nav.home")} prefetch={false}>
            <Wordmark />
          </Link>
          <MainNav items={items} pathname={pathname} />
          <div className={styles.tools}>
            <nav aria-label={t("language.label")}>
              <LanguageLinks current={locale} address={query ? `${pathname}?${query}` : pathname} />
            </nav>
            <KeyboardButton />
            <SchemeMenu />
            {viewer && <UserMenu viewer={viewer} signOut={signOut} />}
          </div>
        </header>
        <main className={styles.main} id="content" tabIndex={-1}>
          {children}
        </main>
      </KeyboardProvider>
    </WordsOwner>
  );
}

/** Every page of the menu is also in the command palette. */
function NavCommands({ items }: { readonly items: readonly NavItem[] }) {
  const router = useRouter();
  useCommands(
    items.map(({ id, label, href }) => ({
      id: `go-${id}`,
      label,
      group: "navigation" as const,
      run: () => router.push(href),
    })),
  );
  return null;
}
