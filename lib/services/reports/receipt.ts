import { parseEmail } from "@/lib/core/access/account";
import { MAILS_PER_ADDRESS, STANDS_MS } from "@/lib/core/report/report-mail";
import type { ReportId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import type { Queryable } from "@/lib/db/client";
import { appendMail, countMailsOf } from "@/lib/db/reports/mail";
import { appendReceipt } from "@/lib/db/reports/write";
import { textHash } from "../text-hash";

/** Where somebody wants to hear what becomes of their report, and in which language. */
export interface WantedMail {
  readonly address: string;
  readonly uiLocale: string;
}

export interface AddressError {
  /** `too-many-mails`: so many reports of this address wait that somebody may be playing tricks on its owner. */
  readonly code: "bad-email" | "too-many-mails";
  readonly field: "address";
}

/** Is this an address that mail can be sent to? None at all is as good as one. */
export function checkAddress(mail: WantedMail | null): Result<null, AddressError> {
  return mail === null || parseEmail(mail.address).ok
    ? ok(null)
    : err({ code: "bad-email", field: "address" });
}

/** May one more report be made known to this address? */
export async function checkMailsOf(
  tx: Queryable,
  mail: WantedMail | null,
): Promise<Result<null, AddressError>> {
  const address = addressOf(mail);
  const isMany = address !== null && (await countMailsOf(tx, address)) >= MAILS_PER_ADDRESS;
  return isMany ? err({ code: "too-many-mails", field: "address" }) : ok(null);
}

const addressOf = (mail: WantedMail | null): string | null => {
  const parsed = parseEmail(mail?.address);
  return parsed.ok ? parsed.value : null;
};

/** Gives a reader their private address of a report, and keeps where to tell them more. Once, however often it is sent. */
export async function giveReceipt(
  tx: Queryable,
  reportId: ReportId,
  { receiptToken, mail }: { readonly receiptToken: string; readonly mail: WantedMail | null },
  at: Date,
): Promise<void> {
  const tokenHash = textHash(receiptToken);
  const isNew = await appendReceipt(tx, { reportId, tokenHash, at });
  const address = addressOf(mail);
  if (!isNew || !mail || address === null) return;
  // it is looked at even without news: somebody may have decided while this was being stored
  const dueAt = new Date(at.getTime() + STANDS_MS);
  await appendMail(tx, { tokenHash, token: receiptToken, address, uiLocale: mail.uiLocale, dueAt, at });
}
