import type { Metadata } from "next";
import { articleAddress } from "@/app/_features/article/addresses";
import { isolated } from "@/app/_features/article/words";
import { loadReportStatus } from "@/app/_loaders/reports";
import { DECLINE_REASONS } from "@/lib/core/proposal/decline-reasons";
import { getFormat, getT, uiLocale } from "@/lib/i18n/server";
import { MailState } from "./_components/mail-state";
import styles from "./status.module.css";

interface Address {
  readonly params: Promise<{ readonly token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("reports");
  return { title: t("status.title"), robots: { index: false, follow: false } };
}

/** What became of a report, at an address that only its reader knows. */
export default async function ReportStatusPage({ params }: Address) {
  const [{ token }, ui, t, format] = await Promise.all([
    params,
    uiLocale(),
    getT(["reports", "decisions"]),
    getFormat(),
  ]);
  const { outcome, article, mail, ...status } = await loadReportStatus(token);
  const date = format.date(status.publishedAt ?? status.decidedAt ?? status.reportedAt);
  const reason = DECLINE_REASONS.find((one) => one === status.declineReason && one !== "other");
  const answer = [reason && t(`decisions:reason.${reason}`), status.answer].filter(Boolean).join(": ");
  const reported = [
    ["passage", article?.passage ?? ""],
    ["remark", status.remark],
    ["wording", status.wording],
  ] as const;
  return (
    <div className={styles.page}>
      <h1>{t("status.title")}</h1>
      <p className={styles.outcome} data-outcome={outcome}>
        {t(`status.${outcome}`, { date })}
      </p>
      {answer !== "" && (
        <section>
          <h2>{t("status.answer")}</h2>
          <p className={styles.words} dir="auto">
            {answer}
          </p>
        </section>
      )}
      <p>{t("status.thanks")}</p>
      {mail && <MailState state={mail} token={token} />}
      <section>
        <h2>{t("status.reported", { date: format.date(status.reportedAt) })}</h2>
        <dl className={styles.reported}>
          {reported
            .filter(([, words]) => words.trim() !== "")
            .map(([what, words]) => (
              <div key={what}>
                <dt>{t(`status.${what}`)}</dt>
                <dd className={styles.words} dir="auto">
                  {words}
                </dd>
              </div>
            ))}
        </dl>
        {article ? (
          <a href={articleAddress(ui, article.slug, article.locale, article.anchor)}>
            {t("status.toArticle", { title: isolated(article.title) })}
          </a>
        ) : (
          <p>{t("status.gone")}</p>
        )}
      </section>
    </div>
  );
}
