import Link from "next/link";
import type { loadSecondLooks } from "@/app/_loaders/decisions";
import { Bdi } from "@/app/_ui/bdi";
import { getFormat, getT } from "@/lib/i18n/server";
import styles from "./second-look.module.css";

/** Rows that an objection has opened again, and why. */
export async function Objections({
  objections,
}: {
  readonly objections: Awaited<ReturnType<typeof loadSecondLooks>>["objections"];
}) {
  if (objections.length === 0) return null;
  const [t, words, format] = await Promise.all([getT("decisions"), getT("queue"), getFormat()]);
  return (
    <section>
      <h2 className={styles.heading}>{t("secondLook.objections", { count: objections.length })}</h2>
      <ul className={styles.objections}>
        {objections.map(({ decisionId, translationId, title, rowNumber, targetLocale, name, note }) => (
          <li key={decisionId}>
            <Link href={`/${format.locale}/review/${translationId}?row=${rowNumber}`} prefetch={false}>
              {words("place", { title, number: rowNumber, language: format.languageName(targetLocale) })}
            </Link>{" "}
            <Bdi>{t("why", { reason: name, note })}</Bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
