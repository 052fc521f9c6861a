import { z } from "zod";
import { CHANGE_REASONS, COMMENT_LIMIT, TARGET_TEXT_LIMIT } from "@/lib/core/proposal/lifecycle";
import { parseId } from "@/lib/core/shared/ids";

/** An id of ours as its branded type; anything but a UUID string is refused. */
export const id = <I extends Parameters<typeof parseId>[0] & string>() =>
  z.string().transform((value, context) => {
    const parsed = parseId<never>(value) as I | null;
    if (parsed) return parsed;
    context.addIssue({ code: "custom", message: "not an id" });
    return z.NEVER;
  });

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Bounds are generous here: the service says precisely what is too long. */
export const proposalText = {
  targetText: z.string().max(TARGET_TEXT_LIMIT * 2),
  comment: z.string().max(COMMENT_LIMIT * 2),
  reason: z.enum(CHANGE_REASONS).nullable(),
};

export const version = z.number().int().min(1).max(1_000_000_000);

export const hash = sha256;
