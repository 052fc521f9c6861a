import styles from "./draft-notice.module.css";
import type { ReaderWords } from "./words";

/** Says, on every screen of the page, that this is no published text. */
export function DraftNotice({
  expiresAt,
  words: { t, format },
}: {
  readonly expiresAt: Date;
  readonly words: ReaderWords;
}) {
  return (
    <p className={styles.notice} role="note">
      <strong>{t("draft.mark")}</strong> {t("draft.text", { date: format.dateTime(expiresAt) })}
    </p>
  );
}
