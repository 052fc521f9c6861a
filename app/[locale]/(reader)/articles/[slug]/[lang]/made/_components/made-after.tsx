import type { TFunction } from "i18next";
import { changesAddress, recordAddress } from "@/app/_features/article/addresses";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import styles from "../made.module.css";
import type { MadeProps } from "./made-sections";

/** What was changed since readers have it. */
export function MadeAfter({ snapshot: { history, slug, targetLocale }, t, format }: MadeProps) {
  if (!history) return null;
  const count = history.corrections.filter(({ passages }) => passages > 0).length;
  const date = format.date(history.firstPublishedAt);
  return (
    <section>
      <h2>{t("made.after")}</h2>
      <p>
        {count === 0 ? t("made.noCorrections", { date }) : t("made.corrections", { count, date })}{" "}
        <a href={changesAddress(format.locale, slug, targetLocale)}>{t("made.toChanges")}</a>
      </p>
    </section>
  );
}

/** Where all of this can be checked. */
export function MadeProof({
  snapshot: { slug, targetLocale },
  hash,
  t,
}: {
  readonly snapshot: PublicationSnapshot;
  readonly hash: string | null;
  readonly t: TFunction<"making">;
}) {
  return (
    <section>
      <h2>{t("made.proof")}</h2>
      <p>
        <a href={recordAddress(slug, targetLocale)} download>
          {t("made.record")}
        </a>
      </p>
      <p className={styles.soft}>{t("made.recordText")}</p>
      {hash && (
        <p className={styles.soft}>
          {t("made.hash")} <code className={styles.hash}>{hash}</code>
        </p>
      )}
    </section>
  );
}
