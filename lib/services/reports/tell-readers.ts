import {
  ADDRESS_KEPT_MS,
  isFinalNews,
  mailWaitAfter,
  newsSince,
  type ReportNews,
  STANDS_MS,
} from "@/lib/core/report/report-mail";
import type { ReportOutcome } from "@/lib/core/report/report-outcome";
import { type Database, inTransaction } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import {
  endMail,
  expireMails,
  returnMail,
  spreadNews,
  type TakenMail,
  takeDueMail,
} from "@/lib/db/reports/mail";
import { type ReportStatus, readReportStatus } from "./read-reports";

/** What becomes of a letter: the server has it, will never take it for this address, or could not be asked now. */
export type Delivery = "delivered" | "refused" | "postponed";

/** What a reader is to be told, to be put into words and sent. */
export interface ReportLetter {
  readonly address: string;
  /** Of the page on which the report was made. */
  readonly uiLocale: string;
  /** The secret part of the private address. */
  readonly token: string;
  /** The same whenever the same thing is told to the same reader. */
  readonly id: string;
  readonly news: ReportNews;
  /** Nothing more will be told, and the address is forgotten. */
  readonly isLast: boolean;
  readonly status: ReportStatus;
}

interface Clockwork {
  readonly db: Database;
  readonly now: () => Date;
}

const AT_ONCE = 20;
/** Longer than `deliver` may take: while it is at work, nobody else sends the same. */
const TAKEN_MS = 5 * 60_000;
const JOB = { kind: "system", job: "report-mail" } as const;

/**
 * Tells readers who left an address what became of their reports. Any number of processes may do this at once: each
 * mail is sent by one of them. What the mail server has taken is not sent again, unless the process or the database
 * fails in the moment between its answer and the note of it here, or its answer came too late: then the same letter
 * goes out once more, with the same `id`. Without `deliver` nothing is sent and all of it waits. How many letters were delivered.
 */
export async function tellReaders(
  { db, now }: Clockwork,
  deliver: ((letter: ReportLetter) => Promise<Delivery>) | null,
): Promise<number> {
  const before = new Date(now().getTime() - STANDS_MS);
  await inTransaction(db, (tx) => spreadNews(tx, before, now()));
  let delivered = 0;
  for (let count = 0; deliver && count < AT_ONCE; count++) {
    const until = new Date(now().getTime() + TAKEN_MS);
    const mail = await inTransaction(db, (tx) => takeDueMail(tx, now(), until));
    if (!mail) break;
    const delivery = await tell({ db, now }, mail, until, deliver);
    delivered += delivery === "delivered" ? 1 : 0;
    if (delivery === "postponed") break; // the mail server does not answer others now either
  }
  return delivered;
}

/** Null: by the time there was nothing to tell. */
async function tell(
  { db, now }: Clockwork,
  mail: TakenMail,
  until: Date,
  deliver: (letter: ReportLetter) => Promise<Delivery>,
): Promise<Delivery | null> {
  const read = await readReportStatus({ db }, mail.token);
  if (!read.ok) throw new Error("a report with an address has no status");
  const status = read.value;
  const news = newsSince(mail.told, status.outcome);
  const giveBack = (told: ReportOutcome, attempts = 0, dueAt: Date | null = null) =>
    returnMail(db.pool, mail, until, { told, attempts, dueAt, at: now() });
  if (news === null) {
    await giveBack(mail.told);
    return null;
  }
  const { address, uiLocale, token } = mail;
  const isLast = isFinalNews(news);
  // a decision that was taken back has no time of its own
  const which = news === "reopened" ? mail.news : Date.parse(status.decidedAt ?? status.reportedAt);
  const id = `${mail.tokenHash.slice(0, 32)}.${news}.${which}`;
  const letter = { address, uiLocale, token, id, news, isLast, status };
  const delivery = await deliver(letter).catch((): Delivery => "postponed");
  if (delivery === "delivered") {
    // what was decided otherwise while the letter was on its way is told as well
    const isOver = isLast && (await endMail(db.pool, mail.tokenHash, "told", now(), mail.news));
    if (!isOver) await giveBack(status.outcome);
    return delivery;
  }
  const attempts = mail.attempts + 1;
  const wait = delivery === "refused" ? null : mailWaitAfter(attempts);
  if (wait === null) await giveUp({ db, now }, mail, delivery);
  else await giveBack(mail.told, attempts, new Date(now().getTime() + wait));
  return delivery;
}

async function giveUp({ db, now }: Clockwork, mail: TakenMail, reason: Delivery): Promise<void> {
  const at = now();
  await inTransaction(db, async (tx) => {
    if (!(await endMail(tx, mail.tokenHash, "failed", at))) return;
    await appendEvent(tx, JOB, {
      type: "report.mail-failed",
      projectId: mail.projectId,
      subjectType: "report",
      subjectId: mail.reportId,
      payload: { reason, attempts: mail.attempts + 1 },
      at,
    });
  });
}

/** Forgets addresses to which no final answer could be sent for a year; how many. */
export const forgetAddresses = ({ db, now }: Clockwork): Promise<number> =>
  expireMails(db.pool, new Date(now().getTime() - ADDRESS_KEPT_MS), now());
