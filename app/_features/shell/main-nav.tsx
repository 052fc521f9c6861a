"use client";

import { IconMenu2, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useT } from "@/lib/i18n/client";
import styles from "./main-nav.module.css";
import type { NavItem } from "./nav-items";

/**
 * The pages of the application: a row where there is room, otherwise a button that opens
 * the same list over the page. Escape, leaving it and following a link close it.
 */
export function MainNav({
  items,
  pathname,
}: {
  readonly items: readonly NavItem[];
  readonly pathname: string;
}) {
  const t = useT("common");
  const listId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the list
  useEffect(() => setOpen(false), [pathname]);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const closeWhenLeft = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <nav className={styles.nav} aria-label={t("nav.label")} onKeyDown={closeOnEscape} onBlur={closeWhenLeft}>
      <button
        ref={button}
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {open ? <IconX size={20} aria-hidden /> : <IconMenu2 size={20} aria-hidden />}
        <span>{t("nav.menu")}</span>
      </button>
      <ul id={listId} className={styles.list} data-open={open || undefined}>
        {items.map((item) => (
          <NavLink key={item.id} item={item} pathname={pathname} />
        ))}
      </ul>
    </nav>
  );
}

function NavLink({ item, pathname }: { readonly item: NavItem; readonly pathname: string }) {
  const t = useT("common");
  const here = pathname === item.href || pathname.startsWith(`${item.href}/`);
  return (
    <li>
      <Link href={item.href} aria-current={here ? "page" : undefined} prefetch={false}>
        {item.label}
        {item.waiting > 0 && (
          <span className={styles.waiting}>
            <span className={styles.count} aria-hidden>
              {item.waiting}
            </span>
            <span className={styles.spoken}>{t("nav.open", { count: item.waiting })}</span>
          </span>
        )}
      </Link>
    </li>
  );
}
