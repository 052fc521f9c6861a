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
/** A server that looks a letter over before it takes it must not be hung up on: it would come twice. */
const SILENCE_MS = 3 * 60_000;
/** For the whole conversation: a server that answers a byte at a time must not hold everybody up. */
const WHOLE_MS = 4 * 60_000;

/**
 * Gives a letter to the mail server. `refused`: it says that this address will never take mail; everything else that
 * goes wrong may be otherwise later. `onTrouble` hears what did, in words that name nobody. Never rejects.
 */
export async function sendLetter(
  { smtpUrl, from }: MailSettings,
  letter: Letter,
  onTrouble: (trouble: string) => void = () => {},
): Promise<Delivery> {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    ...(needsTls(smtpUrl) && { requireTLS: true }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      signal: AbortSignal.timeout(WHOLE_MS),
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
    return "delivered";
  } catch (error) {
    if (isRefusal(error as SmtpError)) return "refused";
    onTrouble(troubleOf(error as SmtpError));
    return "postponed";
  } finally {
    transport.close();
  }
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  /** What the server said. */
  readonly response?: string;
}

/** RFC 3463: no such mailbox, no such host, bad syntax, moved away, no mail there, switched off. */
const OF_THE_ADDRESS = new Set(["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"]);
const NO_SUCH_MAILBOX = new Set([550, 551, 553]);

/**
 * The server's final word on the address. Many a 5xx to RCPT is about us: that we did not sign in, or may not send
 * from here; nobody's address is forgotten for that.
 */
function isRefusal({ code, command, responseCode = 0, response = "" }: SmtpError): boolean {
  if (code !== "EENVELOPE" || command !== "RCPT TO") return false;
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  return status === undefined ? NO_SUCH_MAILBOX.has(responseCode) : OF_THE_ADDRESS.has(status);
}

/** Servers repeat addresses in what they say, so only their numbers are told. */
function troubleOf({ code, command, responseCode }: SmtpError): string {
  return [code ?? "no answer", command, responseCode].filter((part) => part !== undefined).join(" ");
}

/** A name and a password are not sent in the clear, except inside this machine. */
function needsTls(smtpUrl: string): boolean {
  const { protocol, username, hostname } = new URL(smtpUrl);
  return protocol === "smtp:" && username !== "" && !/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}
