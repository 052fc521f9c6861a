import { randomBytes } from "node:crypto";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { listOpenQueue } from "@/lib/services/proposals/list-proposals";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { answerReport } from "@/lib/services/reports/answer-report";
import { type FiledReport, fileReport, type ReportInput } from "@/lib/services/reports/file-report";
import { listReports, readReportStatus } from "@/lib/services/reports/read-reports";
import { seen } from "./acts";
import type { PersonName, Scenario } from "./scenario";

export const SLUG = "der-zug-aus-triest";

/** A report on the second paragraph of the scenario's article, by somebody without an account. */
export const report = (the: Partial<ReportInput> = {}): ReportInput => ({
  slug: SLUG,
  locale: "en",
  anchor: "p-2",
  passage: "15.40 clock",
  reason: null,
  remark: "",
  wording: "3.40 p.m.",
  networkAddress: null,
  receiptToken: randomBytes(18).toString("base64url"),
  mail: null,
  ...the,
});

export async function publish(the: Scenario): Promise<void> {
  const published = await publishTranslation(the.as("editor"), { translationId: the.translationId });
  if (!published.ok) throw new Error(`cannot publish: ${published.error.code}`);
}

/** Files a report that is to be taken. */
export async function filed(
  the: Scenario,
  by: PersonName | null,
  input: Partial<ReportInput>,
): Promise<FiledReport> {
  const done = await fileReport(the.as(by), report(input));
  if (!done.ok) throw new Error(`cannot report: ${done.error.code}`);
  return done.value;
}

/** The reports that wait for an answer, as an editor sees them. */
export async function waiting(the: Scenario) {
  const listed = await listReports(the.as("editor"));
  if (!listed.ok) throw new Error(`cannot list: ${listed.error.code}`);
  return listed.value.reports;
}

/** What its private address tells about a report, or why it tells nothing. */
export async function statusOf(the: Scenario, token: string) {
  const read = await readReportStatus(the, token);
  return read.ok ? read.value : read.error.code;
}

/** Proposals in the queue, as an editor sees them. */
export async function queued(the: Scenario) {
  const listed = await listOpenQueue(the.as("editor"), 0);
  return listed.ok ? listed.value.items : [];
}

/** The only proposal in the queue, on the second row, and what somebody who decides on it sees. */
export async function onlyItem(the: Scenario) {
  const [item] = await queued(the);
  if (!item) throw new Error("the queue is empty");
  return { item, ...(await seen(the, 1, item.id)) };
}

/** What somebody who decides on the only proposal in the queue sees of it. */
export async function onlyProposal(the: Scenario) {
  const { item: _, ...proposal } = await onlyItem(the);
  return proposal;
}

/** A report that the second editor has answered, so that nobody else can. */
export async function answeredReport(the: Scenario, slug = SLUG) {
  const { token } = await filed(the, null, { slug, passage: "", wording: "", remark: "Odd." });
  const [waits] = await waiting(the);
  if (!waits) throw new Error("no report waits");
  const answer = { reportId: waits.id, state: "answered", answer: "It is meant so." } as const;
  await answerReport(the.as("editor2"), answer);
  return { reportId: waits.id, reportToken: token };
}

/** Two editors approve a proposal, one after the other. */
export async function acceptTogether(the: Scenario, proposal: Parameters<typeof acceptProposal>[1]) {
  return [
    await acceptProposal(the.as("editor"), proposal),
    await acceptProposal(the.as("editor2"), proposal),
  ];
}

/** Forgets who has reported how often. */
export const forgetLimits = async (the: Scenario): Promise<void> => {
  await the.db.pool.query(`DELETE FROM "RateLimit"`);
};
