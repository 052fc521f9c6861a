import type { ReactNode } from "react";
import styles from "./page-header.module.css";

/** The title of a page, what stands around it, and what can be done with the whole. */
export function PageHeader({
  title,
  above,
  children,
  actions,
}: {
  readonly title: ReactNode;
  /** Where one came from, as a link. */
  readonly above?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className={styles.header}>
      <div className={styles.text}>
        {above && <div className={styles.above}>{above}</div>}
        <h1 className={styles.title}>{title}</h1>
        {children && <div className={styles.below}>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
