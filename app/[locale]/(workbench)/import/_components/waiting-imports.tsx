import Link from "next/link";
import type { loadMyImports } from "@/app/_loaders/imports";
import { RelativeTime } from "@/app/_ui/relative-time";
import { getT, uiLocale } from "@/lib/i18n/server";
import styles from "./import-form.module.css";

/** The person's previews that were not saved yet. */
export async function WaitingImports({
  imports,
}: {
  readonly imports: Awaited<ReturnType<typeof loadMyImports>>;
}) {
  const [t, locale] = await Promise.all([getT("import"), uiLocale()]);
  if (imports.length === 0) return null;
  return (
    <section className={styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting">{t("waiting.title")}</h2>
      <p>{t("waiting.text")}</p>
      <ul>
        {imports.map(({ id, title, updatedAt, isVersion }) => (
          <li key={id}>
            <Link href={`/${locale}/import/${isVersion ? "version/" : ""}${id}`} prefetch={false}>
              <bdi>{title || t("waiting.untitled")}</bdi>
            </Link>
            <span>
              {t("waiting.changed")} <RelativeTime at={updatedAt.toISOString()} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
