/** The last look at what a reader made, before anything else sees it. */
import type { Reading } from "@/lib/core/interchange/reading";
import { ok, type Result } from "@/lib/core/shared/result";
import { type ImportFault, refuse } from "./import-fault";
import { IMPORT_LIMITS } from "./limits";
import type { ReadDocument } from "./read-document";

/** Holds a reading to the limits and to text that can be stored; counts U+FFFD in a warning. */
export function checkReading(
  { text, title, warnings }: Reading,
  { format, encoding }: Pick<ReadDocument, "format" | "encoding">,
): Result<ReadDocument, ImportFault> {
  const { paragraphs } = text;
  if (paragraphs.length === 0) return refuse("empty", { format });
  if (paragraphs.length > IMPORT_LIMITS.paragraphs) {
    return refuse("too-many-paragraphs", { limit: IMPORT_LIMITS.paragraphs, found: paragraphs.length });
  }
  let replacements = 0;
  for (const [index, { text: content }] of paragraphs.entries()) {
    const paragraph = index + 1;
    if (content.length > IMPORT_LIMITS.paragraphLength) {
      const limit = IMPORT_LIMITS.paragraphLength;
      return refuse("paragraph-too-long", { limit, found: content.length, paragraph });
    }
    if (content.includes("\0")) return refuse("nul", { paragraph });
    if (/\p{Surrogate}/u.test(content)) return refuse("malformed-text", { paragraph });
    replacements += content.split("\ufffd").length - 1;
  }
  const unreadable =
    replacements > 0 ? [{ code: "replacement-characters", params: { count: replacements } }] : [];
  return ok({ text, format, encoding, title, warnings: [...warnings, ...unreadable] });
}
