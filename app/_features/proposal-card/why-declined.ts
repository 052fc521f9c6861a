import type { TFunction } from "i18next";
import { DECLINE_REASONS } from "@/lib/core/proposal/decline-reasons";

/** Why something was declined, as people read it: the reason of the list, the words, or both; null if neither was given. */
export function whyDeclined(
  t: TFunction<"decisions">,
  { reason, note }: { readonly reason: string | null; readonly note: string | null },
): string | null {
  const known = DECLINE_REASONS.find((one) => one === reason && one !== "other");
  if (!known) return note;
  const word = t(`reason.${known}`);
  return note ? t("why", { reason: word, note }) : word;
}
