"use client";

import { FormError } from "@/app/_ui/form-error";
import { useFormat, useT } from "@/lib/i18n/client";
import { faultText } from "./fault-text";
import styles from "./import-form.module.css";
import type { ImportFaultSeen } from "./upload-import";

/** What is wrong with the import as a whole. */
export function FaultSummary({ fault }: { readonly fault: ImportFaultSeen }) {
  const t = useT(["import", "common"]);
  const format = useFormat();
  return (
    <FormError title={t("faultTitle")}>
      <p className={styles.summary} data-fault tabIndex={-1}>
        {faultText(t, format, fault, false)}
      </p>
      {fault.code === "sign-in-required" && (
        <a href={`/${format.locale}/sign-in`} target="_blank" rel="noopener">
          {t("common:nav.signIn")}
        </a>
      )}
    </FormError>
  );
}
