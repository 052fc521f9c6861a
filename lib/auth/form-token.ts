import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { err, ok, type Result } from "@/lib/core/shared/result";

/** People take longer than this to fill a form in, and seldom longer than that. */
export const FORM_SECONDS = { least: 3, most: 24 * 60 * 60 } as const;

/** `forged`: not made by us, or for another form. */
export type FormTokenFault = "too-fast" | "expired" | "forged";

/**
 * Says when a form was handed out, signed, so that what fills it in faster than people do is found out without script,
 * cookie or third party. `subject` names the form: its token fits no other.
 */
export function formToken(secret: string, subject: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000).toString(36);
  const issued = `${seconds}.${randomBytes(9).toString("base64url")}`; // no two forms have the same
  return `${issued}.${signature(secret, subject, issued)}`;
}

/** Was this form handed out by us, neither just now nor too long ago? */
export function checkFormToken(
  secret: string,
  subject: string,
  token: string,
  now: Date,
): Result<null, FormTokenFault> {
  const [seconds = "", form = "", signed = "", ...rest] = token.split(".");
  const issued = `${seconds}.${form}`;
  const [given, expected] = [Buffer.from(signed), Buffer.from(signature(secret, subject, issued))];
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return err("forged");
  const age = now.getTime() / 1000 - Number.parseInt(seconds, 36);
  if (age > FORM_SECONDS.most) return err("expired");
  return age < FORM_SECONDS.least ? err("too-fast") : ok(null);
}

const signature = (secret: string, subject: string, issued: string): string =>
  createHmac("sha256", secret)
    .update(JSON.stringify(["form", subject, issued]))
    .digest("base64url");

/**
 * What answers one form with these words in it: a secret of 18 bytes (base64url) that nobody can guess, the same
 * whenever the same is sent again.
 */
export const receiptToken = (secret: string, token: string, words: readonly string[]): string =>
  createHmac("sha256", secret)
    .update(JSON.stringify(["receipt", token, ...words]))
    .digest()
    .subarray(0, 18)
    .toString("base64url");

/** The form for reports on one paragraph. */
export const reportFormName = (slug: string, locale: string, anchor: string): string =>
  JSON.stringify(["report", slug, locale, anchor]);

/** The key of the installation, which every instance has. */
export function formSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: start with `npm start`, which sets it");
  return secret;
}
