"use client";

import type { CausedEntry } from "@/app/_loaders/history";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./history.module.css";

type Cause = NonNullable<CausedEntry["cause"]>;
type Dated<C> = C extends Cause ? Omit<C, "at"> & { readonly at: string } : never;
export type ListedCause = Dated<Cause>;

/** By which act a text came about that nobody wrote anew: who, when and why. */
export function RevisionCause({ cause }: { readonly cause: ListedCause }) {
  const t = useT("history");
  const format = useFormat();
  const who = { name: cause.name, date: format.dateTime(cause.at) };
  switch (cause.kind) {
    case "revert":
      return (
        <>
          <p className={styles.why}>
            {t("cause.revert", { ...who, account: cause.accountName ?? t("blame.somebody") })}
          </p>
          {cause.note !== "" && (
            <p className={styles.why} dir="auto">
              {t("note", { name: cause.name, note: cause.note })}
            </p>
          )}
        </>
      );
    case "undo":
      return <p className={styles.why}>{t(`cause.undo.${cause.of}`, who)}</p>;
    case "restore":
      return (
        <p className={styles.why}>{t("cause.restore", { ...who, number: format.number(cause.number) })}</p>
      );
    case "repair":
      return <p className={styles.why}>{t(`cause.repair.${cause.operation}`, who)}</p>;
  }
}
