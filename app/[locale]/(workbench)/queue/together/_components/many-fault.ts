"use client";

import { useUndoFault } from "@/app/_features/undo/use-undo-fault";
import { useT } from "@/lib/i18n/client";

/** The sentence for what an act on many left out, or for the act itself. */
export function useManyFault(): (code: string) => string {
  const t = useT("decisions");
  const other = useUndoFault();
  return (code) => {
    if (code === "too-many") return t("together.tooMany");
    if (code === "counted") return t("together.counted");
    return code === "changed-meanwhile" ? t("together.changed") : other(code);
  };
}
