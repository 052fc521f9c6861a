import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { articleAddress, reportAddress } from "@/app/_features/article/addresses";
import { articleText } from "@/app/_features/article/article-text";
import { requestWords } from "@/app/_features/article/request-words";
import { isolated } from "@/app/_features/article/words";
import { findArticle } from "@/app/_loaders/articles";
import { loadReportToken, sendsMail } from "@/app/_loaders/reports";
import { anchorsOfSegment } from "@/lib/core/publication/reading-blocks";
import { I18nProvider } from "@/lib/i18n/client";
import { readNamespaces } from "@/lib/i18n/messages";
import { getT, uiLocale } from "@/lib/i18n/server";
import { ReportForm } from "./_components/report-form";
import { ReportedParagraph } from "./_components/reported-paragraph";
import styles from "./report.module.css";

interface Address {
  readonly params: Promise<{ readonly slug: string; readonly lang: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/**
 * The paragraph that is reported on. Of the original there is nothing to report: nobody here wrote it. Whoever asks for
 * what is not there is shown the article, or that there is none: this page could say so by its scripts only.
 */
async function loadPlace({ params, searchParams }: Address) {
  const [{ slug, lang }, { paragraph, passage }, ui] = await Promise.all([params, searchParams, uiLocale()]);
  const article = await findArticle(slug, lang);
  if (!article) redirect(articleAddress(ui, slug, lang));
  const text = articleText(article);
  const segment = text.snapshot.segments.find((one) => anchorsOfSegment(one).includes(String(paragraph)));
  if (text.isSource || !segment || typeof paragraph !== "string") redirect(articleAddress(ui, slug, lang));
  return { slug, lang, text, segment, passage: typeof passage === "string" ? passage : "" };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("reports");
  return { title: t("form.title"), robots: { index: false, follow: false } };
}

export default async function ReportPage(address: Address) {
  const [{ slug, lang, text, segment, passage }, words, t] = await Promise.all([
    loadPlace(address),
    requestWords(),
    getT("reports"),
  ]);
  const { ui, format } = words;
  const { locale, title } = text;
  const { anchor } = segment;
  if (locale !== lang) redirect(reportAddress(ui, slug, locale, anchor));
  return (
    <div className={styles.page}>
      <h1>{t("form.title")}</h1>
      <p className={styles.place}>
        {t("form.in", { title: isolated(title), language: format.languageName(locale) })}{" "}
        <a href={articleAddress(ui, slug, locale, anchor)}>{t("form.back")}</a>
      </p>
      <ReportedParagraph segment={segment} text={text} words={words} />
      <p className={styles.lead}>{t("form.lead")}</p>
      <I18nProvider
        locale={ui}
        timeZone={format.timeZone}
        bundles={await readNamespaces(ui, ["common", "reports"])}
      >
        <ReportForm
          place={{ ui, slug, locale, anchor }}
          token={loadReportToken(slug, locale, anchor)}
          passage={passage}
          sendsMail={sendsMail()}
        />
      </I18nProvider>
    </div>
  );
}
