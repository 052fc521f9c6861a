import type { ReactNode } from "react";
import styles from "./proposal-card.module.css";
import { WordDiff } from "./word-diff";

/**
 * Three texts side by side: what somebody wrote on, what stands there now, and what they
 * wrote. The last two are shown by what sets them apart from the first.
 */
export function ComparedTexts({
  title,
  hint,
  base,
  current,
  own,
  locale,
  codes,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly base: { readonly label: string; readonly text: string };
  readonly current: { readonly label: string; readonly text: string };
  readonly own: { readonly label: string; readonly text: string };
  readonly locale: string;
  readonly codes: ReadonlySet<number>;
  readonly children?: ReactNode;
}) {
  const columns = [
    { ...base, from: base.text },
    { ...current, from: base.text },
    { ...own, from: base.text },
  ];
  return (
    // A group, no landmark: a list of proposals can hold several of them.
    // biome-ignore lint/a11y/useSemanticElements: nothing in it is a form field
    <div className={styles.compared} role="group" aria-label={title}>
      <p className={styles.comparedTitle}>{title}</p>
      <p className={styles.hint}>{hint}</p>
      <div className={styles.columns}>
        {columns.map(({ label, text, from }, index) => (
          <div key={label}>
            <p className={styles.columnLabel}>{label}</p>
            {index === 0 ? (
              <p className={styles.plainText} lang={locale} dir="auto">
                {text}
              </p>
            ) : (
              <WordDiff base={from} next={text} locale={locale} codes={codes} />
            )}
          </div>
        ))}
      </div>
      {children}
    </div>
  );
}
