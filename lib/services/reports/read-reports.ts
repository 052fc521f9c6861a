import type { AccessError } from "@/lib/core/access/permissions";
import { type ReportOutcome, reportOutcome } from "@/lib/core/report/report-outcome";
import { err, ok, type Result } from "@/lib/core/shared/result";
import type { MailState } from "@/lib/db/reports/mail";
import {
  countWaitingReports,
  findReportStatus,
  listWaitingReports,
  type WaitingReport,
} from "@/lib/db/reports/read";
import type { ServiceContext } from "../context";
import { projectsAllowing } from "../proposals/list-proposals";
import { textHash } from "../text-hash";

const PAGE_SIZE = 50;

export interface ReportToAnswer extends WaitingReport {
  /** The person may answer it; others may make a proposal of it. */
  readonly mayAnswer: boolean;
}

/** Reports that nobody has answered, where the person may propose, oldest first, at most 50; and how many there are. */
export async function listReports(
  ctx: ServiceContext,
): Promise<
  Result<
    { readonly reports: readonly ReportToAnswer[]; readonly total: number },
    { readonly code: Extract<AccessError, "sign-in-required"> }
  >
> {
  if (ctx.actor?.kind !== "user") return err({ code: "sign-in-required" });
  const [projects, answerable] = await Promise.all([
    projectsAllowing(ctx, "proposal.write"),
    projectsAllowing(ctx, "proposal.decide"),
  ]);
  const [reports, total] = await Promise.all([
    listWaitingReports(ctx.db.pool, projects, PAGE_SIZE),
    countWaitingReports(ctx.db.pool, projects),
  ]);
  return ok({
    reports: reports.map((report) => ({ ...report, mayAnswer: answerable.includes(report.projectId) })),
    total,
  });
}

export interface ReportStatus {
  readonly outcome: ReportOutcome;
  /** What somebody has said about it, or why it was declined. */
  readonly answer: string | null;
  readonly declineReason: string | null;
  readonly decidedAt: string | null;
  /** Since when readers have the better text. */
  readonly publishedAt: string | null;
  readonly reportedAt: string;
  readonly remark: string;
  readonly wording: string;
  /** Whether its reader is written to, or why not any more; null if they left no address. */
  readonly mail: MailState | null;
  /** The place in the article; null if readers do not have it any more. */
  readonly article: {
    readonly slug: string;
    readonly title: string;
    readonly locale: string;
    readonly anchor: string;
    /** The words that were reported: words of the article, so gone with it. */
    readonly passage: string;
  } | null;
}

/** The secret part of a private address: 18 bytes. */
export const REPORT_TOKEN = /^[A-Za-z0-9_-]{24}$/;

/** What became of a report, for whoever has the secret part of its private address. */
export async function readReportStatus(
  ctx: Pick<ServiceContext, "db">,
  token: string,
): Promise<Result<ReportStatus, { readonly code: "not-found" }>> {
  if (!REPORT_TOKEN.test(token)) return err({ code: "not-found" });
  const row = await findReportStatus(ctx.db.pool, textHash(token));
  if (!row) return err({ code: "not-found" });
  const { decidedAt, mendedAt } = row;
  const outcome = reportOutcome({
    state: row.state,
    proposalState: row.proposalState,
    isPublished: mendedAt !== null,
  });
  const isDecided = outcome !== "waiting";
  return ok({
    outcome,
    answer: isDecided ? (row.answer ?? row.decisionNote) : null,
    declineReason: outcome === "declined" ? row.decisionReason : null,
    decidedAt: isDecided && decidedAt ? decidedAt.toISOString() : null,
    publishedAt: outcome === "published" && mendedAt ? mendedAt.toISOString() : null,
    reportedAt: row.createdAt.toISOString(),
    remark: row.remark,
    wording: row.wording,
    mail: row.mail,
    article: !row.isPublished
      ? null
      : {
          slug: row.slug,
          title: row.title ?? "",
          locale: row.targetLocale,
          anchor: row.anchor,
          passage: row.passage,
        },
  });
}
