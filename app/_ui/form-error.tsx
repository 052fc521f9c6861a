import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./form-error.module.css";

/** Why a form was not accepted. Read out as soon as it appears. */
export function FormError({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.form} role="alert">
      <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
      <div>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
    </div>
  );
}

/** Why a field was not accepted. Name it in the `aria-describedby` of the field. */
export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p className={styles.field} id={id}>
      <IconAlertTriangle size={15} stroke={2} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
