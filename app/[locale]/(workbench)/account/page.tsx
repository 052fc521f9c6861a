import type { Metadata } from "next";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadOwnAccount } from "@/app/_loaders/sign-in";
import { Bdi } from "@/app/_ui/bdi";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import styles from "./_components/account.module.css";
import { EndSessions } from "./_components/end-sessions";
import { PasswordForm } from "./_components/password-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("auth");
  return { title: t("account.title") };
}

export default async function AccountPage() {
  const locale = await uiLocale();
  const [account, t] = await Promise.all([loadOwnAccount(locale), getT("auth")]);
  return (
    <PageBody width="text">
      <PageHeader title={t("account.title")}>{account.isAdmin && t("account.isAdmin")}</PageHeader>
      <dl className={styles.facts}>
        <dt>{t("account.name")}</dt>
        <dd>
          <Bdi>{account.displayName}</Bdi>
        </dd>
        <dt>{t("account.email")}</dt>
        <dd>{account.email}</dd>
      </dl>
      <section className={styles.section}>
        <h2>{t("account.passwordTitle")}</h2>
        {account.hasPassword ? <PasswordForm email={account.email} /> : <p>{t("account.noPassword")}</p>}
      </section>
      <section className={styles.section}>
        <h2>{t("account.sessionsTitle")}</h2>
        <p>{t("account.sessionsText")}</p>
        <EndSessions />
      </section>
    </PageBody>
  );
}
