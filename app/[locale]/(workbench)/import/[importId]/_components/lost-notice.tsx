"use client";

import { Button } from "@mantine/core";
import { FormError } from "@/app/_ui/form-error";
import { useT } from "@/lib/i18n/client";
import styles from "./import-preview.module.css";

/** Another window was faster: nothing here can be stored any more. */
export function LostNotice() {
  const t = useT("import");
  return (
    <FormError title={t("problem.changedTitle")}>
      <p className={styles.lost}>{t("problem.changedText")}</p>
      <Button variant="default" onClick={() => window.location.reload()}>
        {t("problem.reload")}
      </Button>
    </FormError>
  );
}
