import styles from "@/app/_features/shell/reader-notice.module.css";
import { getT, uiLocale } from "@/lib/i18n/server";

export default async function ReaderNotFound() {
  const [t, locale] = await Promise.all([getT("common"), uiLocale()]);
  return (
    <div className={styles.notice}>
      <title>{t("notFound.title")}</title>
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text")}</p>
      <p>
        <a href={`/${locale}`}>{t("notFound.home")}</a>
      </p>
    </div>
  );
}
