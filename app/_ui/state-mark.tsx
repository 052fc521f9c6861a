import type { ReactNode } from "react";
import styles from "./state-mark.module.css";

export type MarkState = "untouched" | "proposal" | "conflict" | "approved" | "attention" | "none";

/** Each state has a shape of its own, so that nobody needs the colour. Drawn on 16 by 16. */
const SHAPES: Readonly<Record<MarkState, ReactNode>> = {
  untouched: <circle cx="8" cy="8" r="5.25" fill="none" strokeDasharray="2.2 1.92" />,
  proposal: <path d="M8 2.25 13.75 8 8 13.75 2.25 8Z" fill="currentColor" stroke="none" />,
  conflict: <path d="M2 3v10l5-5Zm12 0v10L9 8Z" fill="currentColor" stroke="none" />,
  approved: (
    <>
      <circle cx="8" cy="8" r="6.25" fill="currentColor" stroke="none" />
      <path d="m5 8.25 2.1 2.1L11 6.1" fill="none" stroke="var(--paper)" strokeWidth="1.75" />
    </>
  ),
  attention: (
    <>
      <path d="M8 2 14.5 13.5h-13Z" fill="none" strokeLinejoin="round" />
      <path d="M8 6.25v3.25M8 11.4v.1" />
    </>
  ),
  none: <path d="M2.5 8h3.25M10.25 8h3.25" />,
};

/** State of a row by colour and shape. `label` is its name; an empty one says that the name stands beside it. */
export function StateMark({
  state,
  label,
  size = 16,
}: {
  readonly state: MarkState;
  readonly label: string;
  readonly size?: number;
}) {
  return (
    <svg
      className={styles.mark}
      data-state={state}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      role={label ? "img" : undefined}
      aria-label={label || undefined}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      {label && <title>{label}</title>}
      {SHAPES[state]}
    </svg>
  );
}
