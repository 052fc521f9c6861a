import { KeyCaps } from "@/app/_features/keyboard/key-caps";
import styles from "./proposal-card.module.css";

/** The chord of a button, for the eye. Not shown where there is no keyboard. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys} aria-hidden>
      <KeyCaps keys={keys} />
    </span>
  );
}
