"use client";

import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { useT } from "@/lib/i18n/client";

const KNOWN = ["looked-already", "changed-meanwhile", "not-sampled", "own-words", "note-required"] as const;

/** The sentence for a second look that was not counted. */
export function useLookFault(): (code: string) => string {
  const t = useT("decisions");
  const other = useFaultText();
  return (code) => {
    const known = KNOWN.find((one) => one === code);
    return known ? t(`secondLook.fault.${known}`) : other(code);
  };
}
