import Link from "next/link";
import { loadSecondLooks } from "@/app/_loaders/decisions";
import { getT, uiLocale } from "@/lib/i18n/server";

/** How many approvals of others wait for this person's second look, and how many looks agreed so far. */
export async function SecondLookNotice() {
  const [{ due, tally, objections }, t, locale] = await Promise.all([
    loadSecondLooks(),
    getT("decisions"),
    uiLocale(),
  ]);
  if (due.length + tally.looked + objections.length === 0) return null;
  return (
    <p>
      <Link href={`/${locale}/queue/second-look`} prefetch={false}>
        {due.length === 0 ? t("secondLook.linkNone") : t("secondLook.link", { count: due.length })}
      </Link>
      {tally.looked > 0 && (
        <> · {t("secondLook.agreed", { count: tally.looked, confirmed: tally.confirmed })}</>
      )}
    </p>
  );
}
