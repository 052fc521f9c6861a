"use client";

import { Button } from "@mantine/core";
import styles from "@/app/_features/bulk-act/bulk-act.module.css";
import { useT } from "@/lib/i18n/client";
import { Place } from "./place";
import type { Outcome } from "./use-revert";
import { useRevertFault } from "./use-revert-fault";

/** What was done, what was left as it was and why, and the way back. */
export function RevertOutcome({
  outcome: { kind, declined, texts, left },
  isBusy,
  onUndo,
}: {
  readonly outcome: Outcome;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
}) {
  const t = useT("admin");
  const faultText = useRevertFault();
  return (
    <>
      {kind === "undone" ? (
        <p className={styles.told}>{t("revert.done.undone", { count: texts })}</p>
      ) : (
        <p className={styles.told}>
          {t("revert.done.open", { count: declined })} {t("revert.done.texts", { count: texts })}{" "}
          {declined + texts > 0 && (
            <Button size="compact-sm" variant="default" loading={isBusy} onClick={onUndo}>
              {t("revert.undo")}
            </Button>
          )}
        </p>
      )}
      {left.length > 0 && (
        <>
          <h2 className={styles.heading}>{t("revert.left", { count: left.length })}</h2>
          <ul className={styles.left}>
            {left.map(({ place, code }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is never changed
              <li key={index}>
                {place && <Place place={place} />} {faultText(code)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
