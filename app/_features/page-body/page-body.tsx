import type { ReactNode } from "react";
import styles from "./page-body.module.css";

/** The measure of a page: a list, a text to be read, or two texts side by side. */
export function PageBody({
  width = "list",
  children,
}: {
  readonly width?: "list" | "text" | "full";
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.body} data-width={width}>
      {children}
    </div>
  );
}
