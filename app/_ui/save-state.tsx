import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader } from "@tabler/icons-react";
import styles from "./save-state.module.css";

export type SaveStatus = "saved" | "saving" | "offline" | "failed";

const ICONS = { saved: IconCheck, saving: IconLoader, offline: IconCloudOff, failed: IconAlertTriangle };

/**
 * Where a draft stands. Silent to screen readers while all is well: whoever types does not
 * want to hear "saved" after every word.
 */
export function SaveState({ status, label }: { readonly status: SaveStatus; readonly label: string }) {
  const Icon = ICONS[status];
  const bad = status === "failed" || status === "offline";
  return (
    <span className={styles.state} data-status={status} role={bad ? "status" : undefined}>
      <Icon size={15} stroke={1.9} aria-hidden />
      {label}
    </span>
  );
}
