import type { Metadata } from "next";
import styles from "@/app/_features/session/auth-card.module.css";
import { loadSetup } from "@/app/_loaders/sign-in";
import { getT, uiLocale } from "@/lib/i18n/server";
import { SetupForm } from "./_components/setup-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("auth");
  return { title: t("setup.title"), robots: { index: false } };
}

export default async function SetupPage() {
  const locale = await uiLocale();
  await loadSetup(locale);
  const t = await getT("auth");
  return (
    <div className={styles.card}>
      <h1 className={styles.title}>{t("setup.title")}</h1>
      <p className={styles.lead}>{t("setup.text")}</p>
      <SetupForm />
    </div>
  );
}
