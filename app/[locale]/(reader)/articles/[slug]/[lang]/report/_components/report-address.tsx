import styles from "../report.module.css";

/** Where its reader wants to hear what becomes of a report. */
export function ReportAddress({
  label,
  hint,
  error,
  value,
}: {
  readonly label: string;
  readonly hint: string;
  readonly error: string | null;
  readonly value: string;
}) {
  return (
    <div className={styles.field}>
      <label htmlFor="report-address">{label}</label>
      <p id="report-address-hint">{hint}</p>
      <input
        id="report-address"
        name="address"
        type="email"
        autoComplete="email"
        maxLength={254}
        defaultValue={value}
        aria-invalid={error !== null}
        aria-describedby={`report-address-hint${error === null ? "" : " report-address-error"}`}
      />
      {error !== null && (
        <p id="report-address-error" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
