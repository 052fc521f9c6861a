"use client";

import { FormError } from "@/app/_ui/form-error";
import { useT } from "@/lib/i18n/client";
import styles from "./proposal-card.module.css";
import type { DecisionFault } from "./use-decision";

const KNOWN = [
  "offline",
  "already-open",
  "unchanged",
  "changed-meanwhile",
  "own-words",
  "approved-already",
  "objected",
  "whole-only",
  "not-open",
  "realigned",
  "conflict",
  "reason-required",
  "already-requested",
  "nothing-chosen",
] as const;

const COMMON = ["sign-in-required", "not-allowed", "not-found", "database-unreachable", "disk-full"] as const;

/** The sentence for a refusal, whichever namespace has it. */
export function useFaultText(): (code: string) => string {
  const t = useT(["workbench", "errors"]);
  return (code) => {
    const own = KNOWN.find((known) => known === code);
    if (own) return t(`workbench:error.${own}`);
    const common = COMMON.find((known) => known === code);
    return common ? t(`errors:${common}`) : t("errors:unknown");
  };
}

/** Why nothing was written, and both texts as they stand now if something had changed. */
export function FaultNotice({ fault, note = "" }: { readonly fault: DecisionFault; readonly note?: string }) {
  const t = useT("workbench");
  const textOf = useFaultText();
  return (
    <FormError title={textOf(fault.code)}>
      {fault.currentText !== undefined && (
        <dl className={styles.meanwhile}>
          <dt>{t("proposal.meanwhileCurrent")}</dt>
          <dd dir="auto">{fault.currentText}</dd>
          <dt>{t("proposal.meanwhileProposed")}</dt>
          <dd dir="auto">{fault.proposedText}</dd>
          {note !== "" && (
            <>
              <dt>{t("proposal.yourNote")}</dt>
              <dd dir="auto">{note}</dd>
            </>
          )}
        </dl>
      )}
    </FormError>
  );
}
