import { sendsMail } from "@/app/_loaders/reports";
import { getT, uiLocale } from "@/lib/i18n/server";
import styles from "../status.module.css";
import { StopMail } from "./stop-mail";

/**
 * Whether the reader of a report is written to, and how they end that: by a button, because programs that look into
 * mail follow its links, but press none.
 */
export async function MailState({
  state,
  token,
}: {
  readonly state: "waiting" | "told" | "stopped" | "failed" | "expired";
  readonly token: string;
}) {
  const [ui, t] = await Promise.all([uiLocale(), getT("reports")]);
  const isWaiting = state === "waiting";
  return (
    <section id="mail" className={styles.mail}>
      <h2>{t("mail.title")}</h2>
      <p>{t(isWaiting && !sendsMail() ? "mail.off" : `mail.${state}`)}</p>
      {isWaiting && (
        <StopMail ui={ui} token={token} words={{ stop: t("mail.stop"), failed: t("mail.stopFailed") }} />
      )}
    </section>
  );
}
