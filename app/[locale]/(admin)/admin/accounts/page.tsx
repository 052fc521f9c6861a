import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadAdministration } from "@/app/_loaders/administration";
import { currentViewer } from "@/app/_loaders/viewer";
import { requireSignIn } from "@/app/_loaders/workbench";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { AdminNav } from "../_components/admin-nav";
import { AccountList } from "./_components/account-list";
import { CreateAccount } from "./_components/create-account";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("admin");
  return { title: t("nav.accounts") };
}

export default async function AccountsPage() {
  const locale = await uiLocale();
  await requireSignIn(locale, `/${locale}/admin/accounts`);
  const [{ users, providerName }, viewer, t] = await Promise.all([
    loadAdministration(),
    currentViewer(),
    getT("admin"),
  ]);
  if (!users) notFound();
  return (
    <PageBody width="text">
      <PageHeader
        title={t("nav.accounts")}
        above={<AdminNav here="accounts" hasAccounts />}
        actions={<CreateAccount providerName={providerName} />}
      >
        {t("accounts.count", { count: users.length })}
      </PageHeader>
      <AccountList
        accounts={users.map(({ id, displayName, email, isAdmin, disabled, hasPassword }) => ({
          id,
          displayName,
          email,
          isAdmin,
          disabled,
          hasPassword,
          isViewer: id === viewer?.userId,
        }))}
      />
    </PageBody>
  );
}
