import type { TFunction } from "i18next";
import type { Viewer } from "@/app/_loaders/viewer";
import type { UiLocale } from "@/lib/i18n/locales";

export interface NavItem {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  /** Number of things that wait there; 0 shows none. */
  readonly waiting: number;
}

/** Where this person can go. What they may do there is decided by the services, not here. */
export function navItems(viewer: Viewer, t: TFunction<"common">, locale: UiLocale): readonly NavItem[] {
  if (!viewer) return [{ id: "read", href: `/${locale}`, label: t("nav.read"), waiting: 0 }];
  const items: (NavItem & { readonly shown: boolean })[] = [
    { id: "documents", href: "/documents", label: t("nav.documents"), waiting: 0, shown: true },
    {
      id: "queue",
      href: "/queue",
      label: t("nav.queue"),
      waiting: viewer.openProposals,
      shown: viewer.canDecide,
    },
    {
      id: "proposals",
      href: "/mine",
      label: t("nav.myProposals"),
      waiting: 0,
      shown: viewer.canPropose,
    },
    { id: "import", href: "/import", label: t("nav.import"), waiting: 0, shown: viewer.canImport },
    { id: "admin", href: "/admin", label: t("nav.administration"), waiting: 0, shown: viewer.isAdmin },
  ];
  return items
    .filter(({ shown }) => shown)
    .map(({ shown: _, href, ...item }) => ({ ...item, href: `/${locale}${href}` }));
}
