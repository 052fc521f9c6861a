"use client";

import { useUndoFault } from "@/app/_features/undo/use-undo-fault";
import { useT } from "@/lib/i18n/client";

/** The sentence for what a revert left out, or for the act itself. */
export function useRevertFault(): (code: string) => string {
  const t = useT("admin");
  const other = useUndoFault();
  return (code) => {
    if (code === "changed-meanwhile" || code === "not-open") return t("revert.changed");
    if (code === "note-required") return t("revert.required");
    return code === "too-many" ? t("revert.more") : other(code);
  };
}
