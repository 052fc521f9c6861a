import type { Metadata } from "next";
import styles from "@/app/_features/session/auth-card.module.css";
import { loadSignIn } from "@/app/_loaders/sign-in";
import { getT, uiLocale } from "@/lib/i18n/server";
import { ProviderButton } from "./_components/provider-button";
import { parseSignInError } from "./_components/sign-in-error";
import { SignInForm } from "./_components/sign-in-form";

type Query = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("auth");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: { readonly searchParams: Query }) {
  const [locale, query] = await Promise.all([uiLocale(), searchParams]);
  const { returnPath, providerName } = await loadSignIn(locale, query.callbackUrl);
  const t = await getT("auth");
  return (
    <div className={styles.card}>
      <h1 className={styles.title}>{t("title")}</h1>
      <p className={styles.lead}>{t("signIn.lead")}</p>
      <SignInForm callbackUrl={returnPath} firstError={parseSignInError(query)} />
      {providerName && (
        <>
          <p className={styles.or}>{t("signIn.or")}</p>
          <ProviderButton name={providerName} callbackUrl={returnPath} />
        </>
      )}
      <p className={styles.help}>{t("signIn.help")}</p>
    </div>
  );
}
