"use client";

import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { useT } from "@/lib/i18n/client";

const KNOWN = [
  "not-your-decision",
  "own-words",
  "already-undone",
  "realigned",
  "moved-on",
  "published",
  "decided-since",
  "author-goes-on",
] as const;

/** The sentence for a decision that cannot be undone. */
export function useUndoFault(): (code: string) => string {
  const t = useT("decisions");
  const other = useFaultText();
  return (code) => {
    const known = KNOWN.find((one) => one === code);
    return known ? t(`undo.fault.${known}`) : other(code);
  };
}
