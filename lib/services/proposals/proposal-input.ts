import { COMMENT_LIMIT, TARGET_TEXT_LIMIT } from "@/lib/core/proposal/lifecycle";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { checkText } from "@/lib/core/text/well-formed";
import type { ProposalText } from "@/lib/db/proposals/write";
import { textHash } from "../text-hash";

export type ProposalTextError = {
  readonly code: "nul" | "lone-surrogate" | "too-long";
  readonly field: "targetText" | "comment";
};

/** Checks what a person typed and adds the hash. The text is kept byte for byte; an empty one is allowed. */
export function checkProposalText(input: {
  readonly targetText: string;
  readonly comment: string;
  readonly reason: string | null;
}): Result<ProposalText, ProposalTextError> {
  for (const [field, maxLength] of [
    ["targetText", TARGET_TEXT_LIMIT],
    ["comment", COMMENT_LIMIT],
  ] as const) {
    const checked = checkText(input[field], { maxLength });
    if (!checked.ok && checked.error !== "empty") return err({ code: checked.error, field });
  }
  return ok({ ...input, textHash: textHash(input.targetText) });
}
