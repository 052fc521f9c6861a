/** What readers say about a published paragraph: which words, what is wrong with them, what would be better. */
import type { ChangeReason } from "../proposal/lifecycle";
import { err, ok, type Result } from "../shared/result";
import { foldInvisible, hasVisibleCharacter } from "../text/folding";
import { checkText, type TextFault } from "../text/well-formed";
import { hasForeignLink } from "./foreign-link";

/** Longest fields, in UTF-16 units. The form states them. */
export const PASSAGE_LIMIT = 1_000;
export const REMARK_LIMIT = 2_000;
export const WORDING_LIMIT = 2_000;

/** What a reader can choose from, of CHANGE_REASONS. */
export const REPORT_REASONS = [
  "accuracy",
  "omission",
  "untranslated",
  "name",
  "grammar",
  "style",
  "other",
] as const satisfies readonly ChangeReason[];
export type ReportReason = (typeof REPORT_REASONS)[number];

export interface ReportText {
  /** The marked words as the reader gave them; empty for the paragraph as a whole. */
  readonly passage: string;
  readonly reason: ReportReason | null;
  readonly remark: string;
  /** Other words for the passage; empty where the reader has none. */
  readonly wording: string;
}

export type ReportField = "passage" | "remark" | "wording";

export interface ReportFault {
  readonly code:
    | Exclude<TextFault, "empty">
    /** Neither what is wrong nor anything better. */
    | "nothing-said"
    /** A better wording, but of which words? */
    | "passage-missing"
    /** The better wording is the passage itself. */
    | "same-wording"
    /** Addresses of other sites are not taken. */
    | "link";
  readonly field: ReportField;
}

const LIMITS = { passage: PASSAGE_LIMIT, remark: REMARK_LIMIT, wording: WORDING_LIMIT } as const;
const FIELDS = Object.keys(LIMITS) as readonly ReportField[];

/**
 * Can this be reported about a paragraph with this text? A link is taken only if the paragraph has it, too. The
 * first fault in the order of the form.
 */
export function checkReport(report: ReportText, paragraphText: string): Result<ReportText, ReportFault> {
  for (const field of FIELDS) {
    const checked = checkText(report[field], { maxLength: LIMITS[field] });
    if (!checked.ok && checked.error !== "empty") return err({ code: checked.error, field });
  }
  const [hasPassage, hasRemark, hasWording] = FIELDS.map((field) => hasVisibleCharacter(report[field]));
  for (const field of FIELDS) {
    if (hasForeignLink(report[field], paragraphText)) return err({ code: "link", field });
  }
  if (hasWording && !hasPassage) return err({ code: "passage-missing", field: "passage" });
  if (!hasWording && !hasRemark && report.reason === null)
    return err({ code: "nothing-said", field: "remark" });
  if (hasWording && report.wording.trim() === report.passage.trim())
    return err({ code: "same-wording", field: "wording" });
  return ok(report);
}

/** The same for two reports that say the same about the same paragraph, however they are spaced or cased. */
export function reportIdentity(anchor: string, { passage, reason, remark, wording }: ReportText): string {
  const same = (text: string): string => foldInvisible(text).toLowerCase();
  return JSON.stringify([anchor, foldInvisible(passage), reason, same(remark), foldInvisible(wording)]);
}
