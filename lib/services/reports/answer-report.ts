import { randomUUID } from "node:crypto";
import type { AccessError } from "@/lib/core/access/permissions";
import { REMARK_LIMIT } from "@/lib/core/report/report";
import type { ReportState } from "@/lib/core/report/report-outcome";
import type { ProposalId, ReportId, RevisionId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { checkText, type TextFault } from "@/lib/core/text/well-formed";
import { findCurrentText } from "@/lib/db/bitext/rows";
import { inTransaction, SQL_STATE, sqlState } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { lockSegment } from "@/lib/db/proposals/approvals";
import { appendProposal } from "@/lib/db/proposals/write";
import { linkProposal, lockUnanswered, settleReport as writeSettle } from "@/lib/db/reports/write";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { checkProposalText, type ProposalTextError } from "../proposals/proposal-input";

/** `settled-meanwhile`: somebody else has answered it, or made a proposal of it that stands. */
type Settled = { readonly code: AccessError | "settled-meanwhile" };

export type AnswerReportError = Settled | { readonly code: TextFault; readonly field: "answer" };

/** Answers a report in words that its reader gets, and ends it: once, whoever comes first. */
export async function answerReport(
  ctx: ServiceContext,
  input: {
    readonly reportId: ReportId;
    readonly state: Exclude<ReportState, "open">;
    readonly answer: string;
  },
): Promise<Result<null, AnswerReportError>> {
  const granted = await authorize(ctx, { kind: "report", id: input.reportId }, "proposal.decide");
  if (!granted.ok) return granted;
  const answer = checkText(input.answer, { maxLength: REMARK_LIMIT });
  if (!answer.ok) return err({ code: answer.error, field: "answer" });
  const { userId, projectId } = granted.value;
  const at = ctx.now();
  return inTransaction(ctx.db, async (tx) => {
    const { reportId, state } = input;
    if (!(await lockUnanswered(tx, reportId))) return err({ code: "settled-meanwhile" });
    await writeSettle(tx, reportId, { state, answer: input.answer, byId: userId, at });
    await appendEvent(
      tx,
      { kind: "user", userId, isAdmin: false },
      { type: `report.${state}`, projectId, subjectType: "report", subjectId: reportId, at },
    );
    return ok(null);
  });
}

export type ProposeFromReportError =
  | Settled
  /** `changed-meanwhile`: the text that was corrected is no longer the current one. */
  | { readonly code: "unchanged" | "already-open" | "realigned" | "changed-meanwhile" }
  | ProposalTextError;

/**
 * Makes a proposal of a report: the words of the person who writes it, who may therefore not decide on it. The
 * reader hears what becomes of it. One proposal per report, and only on the current text, which was seen.
 */
export async function proposeFromReport(
  ctx: ServiceContext,
  input: { readonly reportId: ReportId; readonly baseRevisionId: RevisionId; readonly targetText: string },
): Promise<Result<ProposalId, ProposeFromReportError>> {
  const granted = await authorize(ctx, { kind: "report", id: input.reportId }, "proposal.write");
  if (!granted.ok) return granted;
  const text = checkProposalText({ targetText: input.targetText, comment: "", reason: null });
  if (!text.ok) return text;
  const { userId, projectId } = granted.value;
  const at = ctx.now();
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const report = await lockUnanswered(tx, input.reportId);
      if (!report) return err({ code: "settled-meanwhile" });
      const { segmentId } = report;
      await lockSegment(tx, segmentId);
      const current = await findCurrentText(tx, segmentId);
      if (!current || current.isRetired) return err({ code: "realigned" });
      if (current.revisionId !== input.baseRevisionId) return err({ code: "changed-meanwhile" });
      if (current.targetText === input.targetText) return err({ code: "unchanged" });
      const { baseRevisionId } = input;
      const key = { authorId: userId, idempotencyKey: randomUUID(), at };
      const stored = await appendProposal(tx, { ...text.value, segmentId, baseRevisionId, ...key });
      if (!stored) throw new Error("a held row takes no proposal");
      await linkProposal(tx, input.reportId, stored.id);
      await appendEvent(
        tx,
        { kind: "user", userId, isAdmin: false },
        {
          type: "report.taken-up",
          projectId,
          subjectType: "report",
          subjectId: input.reportId,
          payload: { proposalId: stored.id },
          at,
        },
      );
      return ok(stored.id);
    });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.uniqueViolation) return err({ code: "already-open" });
    throw error;
  }
}
