import "./_ui/tokens.css";

import { cookies, headers } from "next/headers";
import styles from "@/app/_features/shell/broken-page.module.css";
import { LOCALE_COOKIE } from "@/lib/i18n/locales";
import { chooseLocale } from "@/lib/i18n/negotiate";
import { getT } from "@/lib/i18n/server";

/** An address outside every language, such as /api/nothing. */
export default async function GlobalNotFound() {
  const [cookie, header] = [
    (await cookies()).get(LOCALE_COOKIE)?.value,
    (await headers()).get("accept-language"),
  ];
  const locale = chooseLocale(cookie, header);
  const t = await getT("common", locale);
  return (
    <html lang={locale} style={{ background: "var(--paper)" }}>
      <head>
        <title>{t("notFound.title")}</title>
      </head>
      <body>
        <main className={styles.page}>
          <h1>{t("notFound.title")}</h1>
          <p>{t("notFound.text")}</p>
          <p className={styles.ways}>
            <a href={`/${locale}`}>{t("notFound.home")}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
