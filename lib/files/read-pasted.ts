/** Text from a text field. */
import { readPlainText } from "@/lib/core/interchange/read-plain-text";
import type { Result } from "@/lib/core/shared/result";
import { checkReading } from "./check-reading";
import { type ImportFault, refuse } from "./import-fault";
import { IMPORT_LIMITS } from "./limits";
import type { ReadDocument } from "./read-document";

/** Reads pasted text as `readPlainText` does: blank lines separate paragraphs, or else line ends do. */
export function readPasted(text: string): Result<ReadDocument, ImportFault> {
  if (text.length > IMPORT_LIMITS.pastedLength) {
    return refuse("too-large", { limit: IMPORT_LIMITS.pastedLength, found: text.length });
  }
  if (text.includes("\0")) return refuse("nul", { position: text.indexOf("\0") });
  if (/\p{Surrogate}/u.test(text))
    return refuse("malformed-text", { position: text.search(/\p{Surrogate}/u) });
  return checkReading(readPlainText(text), { format: "text", encoding: null });
}
