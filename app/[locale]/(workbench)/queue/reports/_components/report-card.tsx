"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useId, useState } from "react";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import type { loadReports } from "@/app/_loaders/reports";
import { RelativeTime } from "@/app/_ui/relative-time";
import { textDirection } from "@/lib/core/text/locale";
import { useFormat, useT } from "@/lib/i18n/client";
import { AnswerReport } from "./answer-report";
import { ProposeFromReport } from "./propose-from-report";
import styles from "./reports.module.css";

export type ReportEntry = Awaited<ReturnType<typeof loadReports>>["reports"][number];

/** What a reader has said, about which text, and what can be done about it. */
export function ReportCard({ report }: { readonly report: ReportEntry }) {
  const t = useT("reports");
  const headId = useId();
  const [open, setOpen] = useState<"propose" | "answer" | null>(null);
  const close = () => setOpen(null);
  return (
    <article className={styles.card} aria-labelledby={headId}>
      <ReportHead report={report} id={headId} />
      <div className={styles.sides}>
        <Side label={t("queue.source")} locale={report.sourceLocale}>
          <InlineText text={report.sourceText} codes={report.sourceCodes} followsLinks={false} />
        </Side>
        <Side label={t("queue.current")} locale={report.targetLocale}>
          <InlineText text={report.currentText} codes={report.targetCodes} followsLinks={false} />
        </Side>
      </div>
      <Said report={report} />
      {open === "propose" && <ProposeFromReport report={report} onClose={close} />}
      {open === "answer" && <AnswerReport reportId={report.id} onClose={close} />}
      {open === null && (
        <div className={styles.buttons}>
          {report.rowNumber !== null && (
            <Button variant="default" onClick={() => setOpen("propose")}>
              {t("queue.propose")}
            </Button>
          )}
          {report.mayAnswer && (
            <Button variant="default" onClick={() => setOpen("answer")}>
              {t("queue.answer")}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

function ReportHead({ report, id }: { readonly report: ReportEntry; readonly id: string }) {
  const t = useT("reports");
  const format = useFormat();
  const { title, rowNumber, translationId, targetLocale } = report;
  const name = report.reporterName ?? t("queue.anonymous");
  const place = { title, language: format.languageName(targetLocale), row: rowNumber };
  return (
    <header className={styles.head}>
      <h2 id={id}>
        {rowNumber === null
          ? t("queue.cardRetired", { name, title })
          : t("queue.card", { name, row: rowNumber, title })}
      </h2>
      <span className={styles.soft}>
        <RelativeTime at={report.createdAt} />
        {report.readers > 1 && <> · {t("queue.readers", { count: report.readers })}</>}
      </span>
      <Link
        href={`/${format.locale}/review/${translationId}${rowNumber === null ? "" : `?row=${rowNumber}`}`}
        prefetch={false}
      >
        {t(rowNumber === null ? "queue.placeRetired" : "queue.place", place)}
      </Link>
    </header>
  );
}

function Side({
  label,
  locale,
  children,
}: {
  readonly label: string;
  readonly locale: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <div className={styles.text} lang={locale} dir={textDirection(locale)}>
        {children}
      </div>
    </div>
  );
}

function Said({ report }: { readonly report: ReportEntry }) {
  const t = useT("reports");
  const parts = [
    ["passage", report.passage],
    ["wording", report.wording],
  ] as const;
  return (
    <div className={styles.said}>
      {report.reason && <p className={styles.reason}>{t(`reason.${report.reason}`)}</p>}
      {report.remark.trim() !== "" && (
        <p className={styles.text} dir="auto">
          {report.remark}
        </p>
      )}
      <dl>
        {parts
          .filter(([, text]) => text.trim() !== "")
          .map(([what, text]) => (
            <div key={what}>
              <dt className={styles.label}>{t(`queue.${what}`)}</dt>
              <dd className={styles.text} lang={report.targetLocale} dir="auto">
                {text}
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
