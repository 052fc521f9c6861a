"use client";

import { useActionState, useEffect, useRef } from "react";
import { fileReportAction, type ReportAnswer } from "@/app/_actions/reports";
import { PASSAGE_LIMIT, REMARK_LIMIT, REPORT_REASONS, WORDING_LIMIT } from "@/lib/core/report/report";
import { useT } from "@/lib/i18n/client";
import styles from "../report.module.css";
import { ReportAddress } from "./report-address";
import { errorKey } from "./report-error";
import { ReportField } from "./report-field";
import { usePassage } from "./use-passage";

const EMPTY = { passage: "", reason: "", remark: "", wording: "", address: "" };

/** What is wrong with which words. A plain form: its script only brings the words that somebody selects. */
export function ReportForm({
  place,
  token,
  passage,
  sendsMail,
}: {
  readonly place: Readonly<Record<"ui" | "slug" | "locale" | "anchor", string>>;
  readonly token: string;
  /** Words that were marked before somebody came here. */
  readonly passage: string;
  /** Nobody is promised mail where none is sent. */
  readonly sendsMail: boolean;
}) {
  const t = useT("reports");
  const [answer, submit, isPending] = useActionState<ReportAnswer | null, FormData>(fileReportAction, null);
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) alert.current?.focus();
  }, [answer]);
  const field = usePassage();
  const typed = answer?.typed ?? { ...EMPTY, passage: passage.slice(0, PASSAGE_LIMIT) };
  const errorOf = (name: string) => (answer?.error.field === name ? t(errorKey(answer.error.code)) : null);
  const shared = { lang: place.locale };
  return (
    <form key={answer?.attempt ?? 0} action={submit} className={styles.form}>
      {answer && (
        <div ref={alert} className={styles.alert} role="alert" tabIndex={-1}>
          <p>
            <strong>{t("error.title")}</strong>
          </p>
          <p>{errorText(answer.error, t)}</p>
        </div>
      )}
      {Object.entries({ ...place, token: answer?.token ?? token }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ReportField
        ref={field}
        name="passage"
        label={t("form.passage")}
        hint={t("form.passageHint")}
        error={errorOf("passage")}
        value={typed.passage}
        limit={PASSAGE_LIMIT}
        rows={2}
        {...shared}
      />
      <div className={styles.field}>
        <label htmlFor="report-reason">{t("form.reason")}</label>
        <select id="report-reason" name="reason" defaultValue={typed.reason}>
          <option value="">{t("form.reasonNone")}</option>
          {REPORT_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`reason.${reason}`)}
            </option>
          ))}
        </select>
      </div>
      <ReportField
        name="remark"
        label={t("form.remark")}
        hint={t("form.remarkHint")}
        error={errorOf("remark")}
        value={typed.remark}
        limit={REMARK_LIMIT}
        rows={4}
      />
      <ReportField
        name="wording"
        label={t("form.wording")}
        hint={t("form.wordingHint")}
        error={errorOf("wording")}
        value={typed.wording}
        limit={WORDING_LIMIT}
        rows={2}
        {...shared}
      />
      {sendsMail && (
        <ReportAddress
          label={t("form.address")}
          hint={t("form.addressHint")}
          error={errorOf("address")}
          value={typed.address}
        />
      )}
      <div className={styles.trap} aria-hidden="true">
        <label htmlFor="report-website">{t("form.trap")}</label>
        <input id="report-website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <button type="submit" disabled={isPending}>
        {t("form.send")}
      </button>
    </form>
  );
}

function errorText(
  { code, retryInSeconds = 0 }: ReportAnswer["error"],
  t: ReturnType<typeof useT<"reports">>,
): string {
  const count = Math.ceil(retryInSeconds / 60);
  return t(errorKey(code), { minutes: t("minutes", { count }) });
}
