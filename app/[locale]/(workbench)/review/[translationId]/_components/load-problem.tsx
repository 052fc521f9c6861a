"use client";

import { useSyncExternalStore } from "react";
import type { BitextStore } from "@/app/_features/bitext-grid/bitext-store";
import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { FormError } from "@/app/_ui/form-error";
import { useT, useUiLocale } from "@/lib/i18n/client";
import styles from "./workbench.module.css";

/** Texts of rows did not come. They are asked for again by themselves; this says why there are none yet. */
export function LoadProblem({ store }: { readonly store: BitextStore }) {
  const t = useT("workbench");
  const locale = useUiLocale();
  const faultText = useFaultText();
  const problem = useSyncExternalStore(store.subscribe, store.problem, store.problem);
  if (problem === null) return null;
  if (problem === "realigned") {
    return (
      <div className={styles.problem}>
        <FormError title={t("grid.realigned")}>
          {t("grid.realignedHint")} <a href={window.location.href}>{t("grid.reload")}</a>
        </FormError>
      </div>
    );
  }
  return (
    <div className={styles.problem}>
      <FormError title={t("grid.failed")}>
        {problem === "sign-in-required" ? (
          <a href={`/${locale}/sign-in`} target="_blank" rel="noopener">
            {t("draft.signIn")}
          </a>
        ) : (
          problem !== "offline" && faultText(problem)
        )}
      </FormError>
    </div>
  );
}
