"use client";

import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import type { UndoFault } from "@/lib/core/proposal/undo";
import { useT } from "@/lib/i18n/client";

const KNOWN: readonly UndoFault[] = [
  "not-your-decision",
  "own-words",
  "already-undone",
  "realigned",
  "moved-on",
  "published",
  "decided-since",
  "author-goes-on",
];

/** Was the undo refused, for good? Everything else may pass, and the undo can be tried again. */
export const isUndoFault = (code: string): code is UndoFault => KNOWN.some((one) => one === code);

/** The sentence for a decision that cannot be undone. */
export function useUndoFault(): (code: string) => string {
  const t = useT("decisions");
  const other = useFaultText();
  return (code) => (isUndoFault(code) ? t(`undo.fault.${code}`) : other(code));
}
