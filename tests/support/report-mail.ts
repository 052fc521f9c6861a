import type { Database } from "@/lib/db/client";
import { reportLetter } from "@/lib/jobs/report-letter";
import { sendLetter } from "@/lib/mail/send-letter";
import { type ReportLetter, tellReaders } from "@/lib/services/reports/tell-readers";
import type { MailServer } from "./mail-server";
import type { Scenario } from "./scenario";

export const ADDRESS = "leserin@example.org";
export const SITE = { origin: "https://gegenlesen.example", timeZone: "Europe/Berlin" };
export const MINUTES = 60_000;

/** As the clock of an instance does it, at a time so many milliseconds from now. */
export function post(
  the: Scenario,
  server: Pick<MailServer, "url">,
  ahead = 6 * MINUTES,
  db: Database = the.db,
) {
  const settings = { smtpUrl: server.url, from: { name: "Gegenlesen", address: "post@gegenlesen.example" } };
  const deliver = async (told: ReportLetter) => sendLetter(settings, await reportLetter(told, SITE));
  return tellReaders({ db, now: () => new Date(Date.now() + ahead) }, deliver);
}

/** The addresses that are kept, and why others are not any more. */
export async function kept(the: Scenario) {
  return the.db.prisma.reportMail.findMany({
    orderBy: { createdAt: "asc" },
    select: { address: true, token: true, told: true, endedAs: true, attempts: true },
  });
}
