"use client";

import { TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import { LocaleField } from "@/app/_features/locale-field/locale-field";
import { Bdi } from "@/app/_ui/bdi";
import type { ImportFindings, ImportSettings, SideFindings } from "@/lib/core/document/import-preview";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./import-preview.module.css";
import { problemText } from "./problem-text";
import type { PreviewProblem } from "./use-autosave";

/** Title, languages and engine. Of a further language only what is new can be changed. */
export function SettingsFields({
  settings,
  findings,
  isFurtherLanguage,
  problem,
  onChange,
}: {
  readonly settings: ImportSettings;
  readonly findings: ImportFindings | null;
  readonly isFurtherLanguage: boolean;
  readonly problem: PreviewProblem | null;
  readonly onChange: (settings: ImportSettings) => void;
}) {
  const t = useT("import");
  const format = useFormat();
  const fields = useRef<HTMLElement>(null);
  useEffect(() => {
    if (problem) fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);
  const errorOf = (field: string) => {
    // The database alone knows that the language is taken; then it is about the target's.
    const where = problem?.code === "locale-exists" ? "targetLocale" : problem?.field;
    return problem && where === field ? problemText(t, problem) : undefined;
  };
  const guessOf = (side: SideFindings | undefined) => {
    if (!side) return undefined;
    return side.guess
      ? t("preview.guessed", { language: format.languageName(side.guess.locale) })
      : t("preview.guessedNothing");
  };
  return (
    <section ref={fields} className={styles.settings} aria-label={t("preview.settings")}>
      {isFurtherLanguage ? (
        <p className={styles.fixed}>
          <span>{t("field.furtherOf")}</span>
          <strong>
            <Bdi lang={settings.sourceLocale}>{settings.title}</Bdi>
          </strong>
        </p>
      ) : (
        <TextInput
          label={t("field.title")}
          value={settings.title}
          onChange={(event) => onChange({ ...settings, title: event.currentTarget.value })}
          error={errorOf("title")}
          maxLength={1_000}
          lang={settings.sourceLocale || undefined}
          dir="auto"
          required
        />
      )}
      {!isFurtherLanguage && (
        <LocaleField
          label={t("split.source")}
          description={guessOf(findings?.source)}
          value={settings.sourceLocale || null}
          onChange={(tag) => onChange({ ...settings, sourceLocale: tag ?? "" })}
          error={errorOf("sourceLocale")}
        />
      )}
      <LocaleField
        label={t("split.target")}
        description={guessOf(findings?.target)}
        value={settings.targetLocale || null}
        onChange={(tag) => onChange({ ...settings, targetLocale: tag ?? "" })}
        error={errorOf("targetLocale")}
      />
      <TextInput
        label={t("field.engine")}
        value={settings.mtEngine}
        onChange={(event) => onChange({ ...settings, mtEngine: event.currentTarget.value })}
        error={errorOf("mtEngine")}
        maxLength={100}
      />
    </section>
  );
}
