import { err, ok, type Result } from "../shared/result";
import { hasVisibleCharacter } from "./folding";

export type TextFault = "too-long" | "nul" | "lone-surrogate" | "empty";

/**
 * The door for every text that somebody sends: the text comes back as it was sent, byte for byte, or is
 * refused. Order of the answers: too long, NUL (PostgreSQL cannot store it), lone surrogate (no UTF-8 form
 * exists), empty (nothing but white space and invisible characters).
 *
 * @param maxLength Greatest length in UTF-16 units.
 */
export function checkText(
  text: string,
  { maxLength }: { readonly maxLength: number },
): Result<string, TextFault> {
  if (text.length > maxLength) return err("too-long");
  if (text.includes("\0")) return err("nul");
  if (!isWellFormed(text)) return err("lone-surrogate");
  return hasVisibleCharacter(text) ? ok(text) : err("empty");
}

/** False if a surrogate stands alone. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
