"use client";

import { useT } from "@/lib/i18n/client";
import { personName } from "./person-name";

/** For sentences that say by whom something is. */
export function usePersonName(): (name: string) => string {
  const t = useT("common");
  return (name) => personName(name, t("byReader"));
}
