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
  "wrong-current",
  "email-taken",
  "too-many-attempts",
  "sign-in-required",
  "no-answer",
  "foreign-origin",
  "bad-request",
  "closed",
  "database-unreachable",
  "disk-full",
] as const;

/** The sentence for a refused account or password. */
export function useAccountFaultText(): (code: string, retryInSeconds?: number) => string {
  const t = useT("auth");
  return (code, retryInSeconds = 0) =>
    t(`error.${KNOWN.find((known) => known === code) ?? "unknown"}`, {
      min: PASSWORD_MIN,
      max: PASSWORD_MAX,
      count: Math.max(1, Math.ceil(retryInSeconds / 60)),
    });
}
