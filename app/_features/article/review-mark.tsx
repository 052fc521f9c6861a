import styles from "./review-mark.module.css";

export type ReviewMarkKind = "approved" | "open" | "source";

/**
 * The shapes of the marks, once per page: a page of a thousand paragraphs repeats only the
 * reference. A disc with a check, a dashed ring, two arrows.
 */
export function ReviewMarkShapes() {
  return (
    <svg className={styles.shapes} aria-hidden="true" focusable="false">
      <symbol id="mark-approved" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.25" fill="none" />
        <path d="m5 8.25 2.1 2.1L11 6.1" fill="none" />
      </symbol>
      <symbol id="mark-open" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6" fill="none" strokeDasharray="2.6 2.11" />
      </symbol>
      <symbol id="mark-source" viewBox="0 0 16 16">
        <path d="M2.5 5.5h10m-2.75-2.75L12.5 5.5M13.5 10.5h-10m2.75 2.75L3.5 10.5" fill="none" />
      </symbol>
    </svg>
  );
}

/** One mark by colour and shape. What it means stands beside it in words. */
export function ReviewMark({ kind }: { readonly kind: ReviewMarkKind }) {
  return (
    <svg className={styles.mark} data-kind={kind} aria-hidden="true" focusable="false">
      <use href={`#mark-${kind}`} />
    </svg>
  );
}
