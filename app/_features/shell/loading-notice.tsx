import { getT } from "@/lib/i18n/server";
import styles from "./loading-notice.module.css";

/** Stands in while a page is made. Shows itself only after a moment, so that quick pages do not flicker. */
export async function LoadingNotice() {
  const t = await getT("common");
  return (
    <p className={styles.notice} role="status">
      {t("loading")}
    </p>
  );
}
