import type { ReactNode } from "react";
import styles from "./stretches.module.css";

/** A browser lays out so many paragraphs at once without a reader noticing. */
const AT_ONCE = 400;
const STRETCH = 50;

/** The parts of a text as they are; a very long one in stretches that are laid out as they come near. */
export function Stretches({ parts }: { readonly parts: readonly ReactNode[] }) {
  if (parts.length <= AT_ONCE) return parts;
  const starts = Array.from({ length: Math.ceil(parts.length / STRETCH) }, (_, at) => at * STRETCH);
  return starts.map((start) => (
    <div key={start} className={styles.stretch}>
      {parts.slice(start, start + STRETCH)}
    </div>
  ));
}
