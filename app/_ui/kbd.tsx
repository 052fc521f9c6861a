import styles from "./kbd.module.css";
import { VisuallyHidden } from "./visually-hidden";

/** A key cap. `name` is what to say where the print is only a sign. */
export function Kbd({ name, children }: { readonly name?: string | undefined; readonly children: string }) {
  return (
    <kbd className={styles.cap}>
      {name ? (
        <>
          <span aria-hidden>{children}</span>
          <VisuallyHidden>{name}</VisuallyHidden>
        </>
      ) : (
        children
      )}
    </kbd>
  );
}
