import { getT } from "@/lib/i18n/server";

export default async function HomePage() {
  const t = await getT("common");
  return (
    <>
      <h1>{t("app.name")}</h1>
      <p>{t("app.description")}</p>
    </>
  );
}
