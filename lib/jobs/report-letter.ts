import { DECLINE_REASONS } from "@/lib/core/proposal/decline-reasons";
import { manyLines, oneLine } from "@/lib/core/report/report-mail";
import { createI18n } from "@/lib/i18n/create-i18n";
import { createFormat } from "@/lib/i18n/format";
import { FALLBACK_LOCALE, isUiLocale } from "@/lib/i18n/locales";
import { readNamespaces } from "@/lib/i18n/messages";
import type { Letter } from "@/lib/mail/send-letter";
import type { ReportLetter } from "@/lib/services/reports/tell-readers";

/** Where the letter leads to, and in which time zone its days are. */
export interface LetterSite {
  readonly origin: string;
  readonly timeZone: string;
}

const TITLE_LENGTH = 100;

/**
 * Puts into words what became of a report, in the language in which it was made. Of what its reader wrote nothing is
 * repeated: whoever left somebody else's address must not have us send them anything.
 */
export async function reportLetter(told: ReportLetter, { origin, timeZone }: LetterSite): Promise<Letter> {
  const ui = isUiLocale(told.uiLocale) ? told.uiLocale : FALLBACK_LOCALE;
  const i18n = createI18n(ui, await readNamespaces(ui, ["reports", "decisions", "common"]));
  const t = i18n.getFixedT(ui, ["reports", "decisions"]);
  const format = createFormat(ui, timeZone);
  const { status, news, isLast } = told;
  const title = status.article ? oneLine(status.article.title, TITLE_LENGTH) : "";
  const reportedAt = format.date(status.reportedAt);
  const date = format.date(status.publishedAt ?? status.decidedAt ?? status.reportedAt);
  const reason = DECLINE_REASONS.find((one) => one === status.declineReason && one !== "other");
  const answer = [reason && t(`decisions:reason.${reason}`), status.answer].filter(Boolean).join(": ");
  const url = `${origin}/${ui}/reports/${told.token}`;
  const unsubscribe = isLast ? null : `${url}#mail`;
  const parts = [
    t("mail.greeting"),
    title === ""
      ? t("mail.reported", { date: reportedAt })
      : t("mail.reportedIn", { date: reportedAt, title }),
    news === "reopened" ? t("mail.reopened") : t(`status.${news}`, { date }),
    answer === "" ? "" : `${t("mail.answer")}\n${manyLines(answer)}`,
    `${t("mail.all")}\n${url}`,
    unsubscribe === null ? t("mail.last") : `${t("mail.more")}\n${unsubscribe}`,
  ];
  return {
    to: told.address,
    subject: title === "" ? t("mail.subject") : t("mail.subjectOf", { title }),
    text: `${parts.filter((part) => part !== "").join("\n\n")}\n`,
    language: ui,
    id: `report.${told.id}`,
    unsubscribe,
  };
}
