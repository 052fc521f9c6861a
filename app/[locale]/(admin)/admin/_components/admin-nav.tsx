import Link from "next/link";
import { getT, uiLocale } from "@/lib/i18n/server";
import styles from "./admin.module.css";

/** Projects and accounts; the latter only where there is something to see for this person. */
export async function AdminNav({
  here,
  hasAccounts,
}: {
  readonly here: "projects" | "accounts" | null;
  readonly hasAccounts: boolean;
}) {
  const [locale, t] = await Promise.all([uiLocale(), getT("admin")]);
  if (!hasAccounts) return null;
  const pages = [
    { id: "projects", href: `/${locale}/admin` },
    { id: "accounts", href: `/${locale}/admin/accounts` },
  ] as const;
  return (
    <nav className={styles.nav} aria-label={t("nav.label")}>
      <ul>
        {pages.map(({ id, href }) => (
          <li key={id}>
            <Link href={href} aria-current={id === here ? "page" : undefined} prefetch={false}>
              {t(`nav.${id}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
