import { CHANGE_REASONS, type ChangeReason } from "@/lib/core/proposal/lifecycle";

/** Message key of a stored reason; null for none, and for one that is not known any more. */
export function reasonKey(reason: string | null): `reason.${ChangeReason}` | null {
  const known = CHANGE_REASONS.find((one) => one === reason);
  return known ? `reason.${known}` : null;
}
