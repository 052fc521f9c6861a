"use client";

import { useAccountFaultText } from "@/app/_features/session/account-fault";
import { useT } from "@/lib/i18n/client";

const KNOWN = [
  "bad-name",
  "name-taken",
  "no-such-account",
  "last-administrator",
  "not-allowed",
  "not-found",
  "sign-in-required",
  "no-answer",
  "changed-meanwhile",
  "approvals-alone",
] as const;

/** The sentence for whatever was refused in the administration. */
export function useAdminFaultText(): (code: string) => string {
  const t = useT("admin");
  const textOfAccount = useAccountFaultText();
  return (code) => {
    const own = KNOWN.find((known) => known === code);
    return own ? t(`error.${own}`) : textOfAccount(code);
  };
}
