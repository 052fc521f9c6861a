import type { Ref } from "react";
import styles from "../report.module.css";

/** A field for words, with what is wrong with them. */
export function ReportField({
  ref,
  name,
  label,
  hint,
  error,
  value,
  limit,
  rows,
  lang,
}: {
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | null;
  readonly value: string;
  /** In UTF-16 units. */
  readonly limit: number;
  readonly rows: number;
  /** Of what is typed, where it is the language of the article. */
  readonly lang?: string;
}) {
  const id = `report-${name}`;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`}>{hint}</p>
      <textarea
        ref={ref}
        id={id}
        name={name}
        rows={rows}
        maxLength={limit}
        defaultValue={value}
        dir="auto"
        lang={lang}
        aria-invalid={error !== null}
        aria-describedby={`${id}-hint${error === null ? "" : ` ${id}-error`}`}
      />
      {error !== null && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
