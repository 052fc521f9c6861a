import styles from "./wordmark.module.css";

/** Two columns that look at each other's first words: the sign of the house, beside its name. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <Sign />
      <span className={styles.name}>Gegenlesen</span>
    </span>
  );
}

function Sign() {
  return (
    <svg width="26" height="22" viewBox="0 0 26 22" aria-hidden="true" focusable="false">
      <g fill="none" stroke="var(--accent)" strokeWidth="1.75" strokeLinecap="round">
        <circle cx="6.5" cy="6.5" r="5" />
        <circle cx="19.5" cy="6.5" r="5" />
        <path d="M2 15.5h9M2 19.75h6M15 15.5h9M15 19.75h6" />
      </g>
      <circle cx="8" cy="6.5" r="2" fill="var(--accent)" />
      <circle cx="21" cy="6.5" r="2" fill="var(--accent)" />
    </svg>
  );
}
