"use client";

import type { TFunction } from "i18next";
import { StateMark } from "@/app/_ui/state-mark";
import type { ImportFindings, ImportSettings } from "@/lib/core/document/import-preview";
import { type PreviewWarning, previewWarnings } from "@/lib/core/document/preview-warnings";
import { useFormat, useT } from "@/lib/i18n/client";
import type { Format } from "@/lib/i18n/format";
import styles from "./import-preview.module.css";
import { remarkText } from "./remark-text";

/** What looks wrong with the pair, and what was left out while reading. */
export function PreviewWarnings({
  findings,
  settings,
}: {
  readonly findings: ImportFindings;
  readonly settings: ImportSettings;
}) {
  const t = useT("import");
  const format = useFormat();
  const warnings = previewWarnings(findings, settings);
  const remarks = (["source", "target"] as const).flatMap((side) =>
    findings[side].warnings.map((warning) => t(`remark.${side}`, { remark: remarkText(t, format, warning) })),
  );
  return (
    <>
      <div role="status">
        {warnings.map((warning) => (
          <p key={warning.code} className={styles.warning}>
            <StateMark state="attention" label="" size={18} /> {warningText(t, format, warning)}
          </p>
        ))}
      </div>
      {remarks.length > 0 && (
        <details className={styles.remarks}>
          <summary>
            {t("preview.moreWarnings")} ({format.number(remarks.length)})
          </summary>
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function warningText(t: TFunction<"import">, format: Format, warning: PreviewWarning): string {
  switch (warning.code) {
    case "sameLanguage":
      return t("warning.sameLanguage", { language: format.languageName(warning.language) });
    case "wrongSource":
    case "wrongTarget":
      return t(`warning.${warning.code}`, {
        language: format.languageName(warning.language),
        chosen: format.languageName(warning.chosen),
      });
    case "wrongBoth":
    case "unrelated":
      return t(`warning.${warning.code}`);
  }
}
