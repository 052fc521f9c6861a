import Link from "next/link";
import { getT } from "@/lib/i18n/server";
import styles from "./page-links.module.css";

/** Ways to the pages before and after this one; nothing where there is only one. */
export async function PageLinks({
  path,
  page,
  count,
  query = {},
}: {
  readonly path: string;
  /** What else the address says. */
  readonly query?: Readonly<Record<string, string>>;
  /** From 1. */
  readonly page: number;
  readonly count: number;
}) {
  const t = await getT("queue");
  if (count <= 1 && page === 1) return null;
  const to = (number: number) => `${path}?${new URLSearchParams({ ...query, page: String(number) })}`;
  return (
    <nav className={styles.pages} aria-label={t("pages.label")}>
      {page > 1 && (
        <Link href={to(page - 1)} rel="prev" prefetch={false}>
          {t("pages.previous")}
        </Link>
      )}
      <span>{t("pages.at", { page, count: Math.max(page, count) })}</span>
      {page < count && (
        <Link href={to(page + 1)} rel="next" prefetch={false}>
          {t("pages.next")}
        </Link>
      )}
    </nav>
  );
}

/** The page that an address asks for; 1 for anything that is none. */
export function pageNumber(value: string | readonly string[] | undefined): number {
  return typeof value === "string" && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;
}
