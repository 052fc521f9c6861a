"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { checkFormToken, formSecret, formToken, receiptToken, reportFormName } from "@/lib/auth/form-token";
import { networkAddress as addressOfNetwork } from "@/lib/auth/network-address";
import { liveSite } from "@/lib/auth/same-origin";
import { liveMailSettings } from "@/lib/config/mail-settings";
import { REPORT_REASONS } from "@/lib/core/report/report";
import type { ReportId, RevisionId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { UI_LOCALES } from "@/lib/i18n/locales";
import { answerReport, proposeFromReport } from "@/lib/services/reports/answer-report";
import { fileReport } from "@/lib/services/reports/file-report";
import { stopMail } from "@/lib/services/reports/stop-mail";
import { perform } from "./action-context";
import { id, proposalText } from "./schemas";

/** More than a field takes, less than a form may send: the service says precisely what is too long. */
const text = z.string().max(50_000);

const reportForm = z.object({
  ui: z.enum(UI_LOCALES),
  slug: text,
  locale: text,
  anchor: text,
  token: text,
  /** Shown to nobody: what fills it in is no person. */
  website: text,
  passage: text,
  reason: z.enum(REPORT_REASONS).nullable().catch(null),
  remark: text,
  wording: text,
  /** Missing where the form promises no mail. */
  address: text.default(""),
});

export interface TypedReport {
  readonly passage: string;
  readonly reason: string;
  readonly remark: string;
  readonly wording: string;
  readonly address: string;
}

interface Fault {
  readonly code: string;
  readonly field?: string;
  readonly retryInSeconds?: number;
}

/** What the form comes back with: why it was not taken, all that was typed, and a token to send it again with. */
export interface ReportAnswer {
  readonly error: Fault;
  readonly typed: TypedReport;
  readonly token: string;
  /** Which attempt it was. */
  readonly attempt: number;
}

/**
 * Takes a reader's report and goes on to its private address. The plain form of a page: works without script, and
 * gives everything back that was typed if it is not taken.
 */
export async function fileReportAction(before: ReportAnswer | null, form: FormData): Promise<ReportAnswer> {
  const field = (name: string): string => textOf(form, name);
  const name = reportFormName(field("slug"), field("locale"), field("anchor"));
  const filed = await perform(
    reportForm,
    Object.fromEntries([...form.keys()].map((key) => [key, textOf(form, key)])),
    async (ctx, { ui, token, website, ...input }): Promise<Result<string, Fault>> => {
      if (website !== "") return err({ code: "not-a-person" });
      const checked = checkFormToken(formSecret(), name, token, ctx.now());
      if (!checked.ok) return err({ code: checked.error });
      const networkAddress = addressOfNetwork(
        (await headers()).get("x-forwarded-for"),
        liveSite().trustedProxies,
      );
      const wanted = input.address.trim();
      const words = [input.passage, input.reason ?? "", input.remark, input.wording, wanted];
      const done = await fileReport(ctx, {
        ...input,
        networkAddress,
        receiptToken: receiptToken(formSecret(), token, words),
        mail: wanted === "" || !liveMailSettings() ? null : { address: wanted, uiLocale: ui },
      });
      return done.ok ? ok(`/${ui}/reports/${done.value.token}`) : done;
    },
  );
  if (filed.ok) redirect(filed.value);
  const typed = {
    passage: field("passage"),
    reason: field("reason"),
    remark: field("remark"),
    wording: field("wording"),
    address: field("address"),
  };
  const isStale = ["expired", "forged"].includes(filed.error.code);
  const token = isStale ? formToken(formSecret(), name, new Date()) : field("token");
  return { error: filed.error, typed, token, attempt: (before?.attempt ?? 0) + 1 };
}

/** What was typed, with line ends as the text of an article has them; no more than the form may send. */
const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.replace(/\r\n/g, "\n") : "";
};

const answer = z.object({
  reportId: id<ReportId>(),
  state: z.enum(["answered", "declined"]),
  answer: z.string().max(10_000),
});

/** Answers a reader's report in words. */
export async function answerReportAction(input: z.input<typeof answer>) {
  return perform(answer, input, answerReport);
}

const proposal = z.object({
  reportId: id<ReportId>(),
  baseRevisionId: id<RevisionId>(),
  targetText: proposalText.targetText,
});

/** Makes a proposal of a reader's report. */
export async function proposeFromReportAction(input: z.input<typeof proposal>) {
  return perform(proposal, input, proposeFromReport);
}

const stop = z.object({ ui: z.enum(UI_LOCALES), token: z.string().max(100) });

/** That the address is still there. */
export interface StopMailFault {
  readonly code: string;
}

/** Forgets the address that a reader left with a report. The plain form of a page: works without script. */
export async function stopMailAction(_before: StopMailFault | null, form: FormData): Promise<StopMailFault> {
  const input = { ui: form.get("ui"), token: form.get("token") };
  const stopped = await perform(stop, input, async (ctx, { ui, token }) => {
    const done = await stopMail(ctx, token);
    return done.ok ? ok(`/${ui}/reports/${token}`) : done;
  });
  if (!stopped.ok) return { code: stopped.error.code };
  redirect(stopped.value);
}
