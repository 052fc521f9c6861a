import type { UiLocale } from "@/lib/i18n/locales";
import { getT } from "@/lib/i18n/server";

/** What stands where nothing is: what may have happened, and a way on. */
export async function NothingHere({
  locale,
  wayOn = "home",
}: {
  readonly locale: UiLocale;
  readonly wayOn?: "home" | "documents";
}) {
  const t = await getT("common", locale);
  return (
    <div className="notice">
      <title>{`${t("notFound.title")} · ${t("app.name")}`}</title>
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text")}</p>
      <p className="notice-ways">
        <a href={wayOn === "home" ? `/${locale}` : `/${locale}/documents`}>{t(`notFound.${wayOn}`)}</a>
      </p>
    </div>
  );
}
