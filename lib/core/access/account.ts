import { err, ok, type Result } from "../shared/result";

/** Bounds of an account's fields; the pages state them. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;
export const NAME_MAX = 100;
const EMAIL_MAX = 254;

/**
 * An e-mail address, folded for comparison: trimmed, NFC, lower case. Only plain ASCII with
 * one "@" is taken: compatibility characters such as a fullwidth "＠" would be read
 * differently by other programs.
 */
export function parseEmail(value: unknown): Result<string, "bad-email"> {
  if (typeof value !== "string" || value.length > EMAIL_MAX) return err("bad-email");
  const folded = value.trim().toLowerCase();
  return /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(folded)
    ? ok(folded)
    : err("bad-email");
}

/** A name for people to read: 1 to 100 UTF-16 units, no controls, no characters that reorder the text around it. */
export function parseDisplayName(value: unknown): Result<string, "bad-name"> {
  if (typeof value !== "string") return err("bad-name");
  const name = value.normalize("NFC").trim();
  const fits = name.length >= 1 && name.length <= NAME_MAX && name.isWellFormed();
  return fits && !/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name)
    ? ok(name)
    : err("bad-name");
}

/** A password as typed, NFC so that keyboards agree; 12 to 256 UTF-16 units. */
export function parsePassword(
  value: unknown,
): Result<string, "password-too-short" | "password-too-long" | "bad-password"> {
  if (typeof value !== "string" || !value.isWellFormed() || value.includes("\0")) return err("bad-password");
  const password = value.normalize("NFC");
  if (password.length < PASSWORD_MIN) return err("password-too-short");
  return password.length <= PASSWORD_MAX ? ok(password) : err("password-too-long");
}
