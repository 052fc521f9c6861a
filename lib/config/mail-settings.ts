import { parseEmail } from "@/lib/core/access/account";

/** Who letters come from. */
export interface Mailbox {
  /** Empty: the address stands alone. */
  readonly name: string;
  readonly address: string;
}

export interface MailSettings {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  readonly smtpUrl: string;
  readonly from: Mailbox;
}

/** `name@example.org`, or `Some Name <name@example.org>`. Null for anything else. */
export function readMailbox(value: string): Mailbox | null {
  const [, quoted, plain, inner] =
    /^\s*(?:"([^"\\\p{Cc}]*)"|([^"<>\\\p{Cc}]*?))\s*<([^<>\s]+)>\s*$/u.exec(value) ?? [];
  const address = parseEmail(inner ?? value);
  return address.ok ? { name: quoted ?? plain ?? "", address: address.value } : null;
}

/** How mail is sent, from SMTP_URL and MAIL_FROM; null when not set up: then none is promised and none is sent. */
export function readMailSettings(env: {
  readonly [name: string]: unknown;
  readonly SMTP_URL?: string | null | undefined;
  readonly MAIL_FROM?: string | null | undefined;
}): MailSettings | null {
  const from = env.MAIL_FROM ? readMailbox(env.MAIL_FROM) : null;
  return env.SMTP_URL && from ? { smtpUrl: env.SMTP_URL, from } : null;
}

/** Those of this process. */
export const liveMailSettings = (): MailSettings | null => readMailSettings(process.env);
