"use client";

import { useT } from "@/lib/i18n/client";

const OWN = [
  "not-in-future",
  "too-far",
  "no-such-time",
  "already-planned",
  "changed-meanwhile",
  "no-answer",
] as const;
const COMMON = ["sign-in-required", "not-allowed", "not-found", "database-unreachable", "disk-full"] as const;

/** The sentence for a refusal of this page. */
export function usePublicationFaultText(): (code: string) => string {
  const t = useT(["publication", "errors"]);
  return (code) => {
    const own = OWN.find((known) => known === code);
    if (own) return t(`publication:fault.${own}`);
    const common = COMMON.find((known) => known === code);
    return common ? t(`errors:${common}`) : t("errors:unknown");
  };
}
