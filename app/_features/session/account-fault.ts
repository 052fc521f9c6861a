"use client";

import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/core/access/account";
import { useT } from "@/lib/i18n/client";

const KNOWN = [
  "bad-name",
  "bad-email",
  "bad-password",
  "password-too-short",
  "password-too-long",
  "password-differs",
  "email-taken",
  "foreign-origin",
  "bad-request",
  "closed",
] as const;

/** The sentence for a refused account or password. */
export function useAccountFaultText(): (code: string) => string {
  const t = useT("auth");
  return (code) =>
    t(`error.${KNOWN.find((known) => known === code) ?? "unknown"}`, {
      min: PASSWORD_MIN,
      max: PASSWORD_MAX,
    });
}
