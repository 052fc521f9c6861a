import nodemailer from "nodemailer";
import type { MailSettings } from "@/lib/config/mail-settings";
import type { Delivery } from "@/lib/services/reports/tell-readers";

/** A mail of plain text to one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of subject and text. */
  readonly language: string;
  /** The left side of its Message-ID: the same letter, sent twice, is recognised by it. */
  readonly id: string;
  /** Where its reader says that they want no more of these; null for the last one. */
  readonly unsubscribe: string | null;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
/** For the whole conversation: a server that answers a byte at a time must not hold everybody up. */
const WHOLE_MS = 60_000;

/**
 * Gives a letter to the mail server. `refused`: it says that this address will never take mail; everything else that
 * goes wrong may be otherwise later. Never rejects.
 */
export async function sendLetter({ smtpUrl, from }: MailSettings, letter: Letter): Promise<Delivery> {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the mail server took too long")), WHOLE_MS);
  });
  try {
    const sent = transport.sendMail({
      envelope: { from: from.address, to: [letter.to] },
      from,
      to: { name: "", address: letter.to },
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.id}@${from.address.split("@")[1]}>`,
      ...(letter.unsubscribe === null
        ? {}
        : { list: { unsubscribe: { url: letter.unsubscribe, comment: "" } } }),
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": letter.language,
      },
    });
    await Promise.race([sent, late]);
    return "delivered";
  } catch (error) {
    return isRefusal(error) ? "refused" : "postponed";
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

/** The server's final word on the address, not on us: 5xx to RCPT. */
function isRefusal(error: unknown): boolean {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number };
  return code === "EENVELOPE" && command === "RCPT TO" && (responseCode ?? 0) >= 500;
}
