"use client";

import { Bdi } from "@/app/_ui/bdi";
import { useFormat, useT } from "@/lib/i18n/client";
import type { ImportTarget } from "./import-form";
import styles from "./import-form.module.css";

/** In place of the source field where a document gets a further language. */
export function ExistingSource({ document }: { readonly document: ImportTarget }) {
  const t = useT("import");
  const format = useFormat();
  return (
    <section className={styles.side} aria-label={t("side.source")}>
      <h2 className={styles.legend}>{t("side.source")}</h2>
      <p className={styles.existingTitle}>
        <Bdi lang={document.sourceLocale}>{document.title}</Bdi>
      </p>
      <p className={styles.limits}>
        {t("side.existing", {
          count: document.paragraphs,
          language: format.languageName(document.sourceLocale),
        })}
      </p>
      {document.targetLocales.length > 0 && (
        <p className={styles.limits}>
          {t("side.languages", { list: format.list(document.targetLocales.map(format.languageName)) })}
        </p>
      )}
    </section>
  );
}
