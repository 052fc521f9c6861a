import { IconMoodSmile } from "@tabler/icons-react";
import type { Metadata } from "next";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadRevert } from "@/app/_loaders/administration";
import { requireSignIn } from "@/app/_loaders/workbench";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { AdminNav } from "../../_components/admin-nav";
import { RevertPreview } from "./_components/revert-preview";

type Params = Promise<{ readonly userId: string }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("admin");
  return { title: t("revert.title") };
}

export default async function RevertPage({ params }: { readonly params: Params }) {
  const [locale, { userId }] = await Promise.all([uiLocale(), params]);
  await requireSignIn(locale, `/${locale}/admin/revert/${userId}`);
  const [{ preview, isOwn, hasAccounts }, t] = await Promise.all([loadRevert(userId), getT("admin")]);
  const isEmpty = preview && preview.open.length + preview.texts.length + preview.people.length === 0;
  return (
    <PageBody>
      <PageHeader
        title={preview ? t("revert.of", { name: preview.accountName }) : t("revert.title")}
        above={<AdminNav here={null} hasAccounts={hasAccounts} />}
      >
        {isOwn ? t("revert.own") : t("revert.intro")}
      </PageHeader>
      {preview && (
        <RevertPreview accountId={userId} preview={preview}>
          {isEmpty && (
            <EmptyState icon={<IconMoodSmile size={44} stroke={1.25} />} title={t("revert.empty")}>
              {t("revert.emptyText", { name: preview.accountName })}
            </EmptyState>
          )}
        </RevertPreview>
      )}
    </PageBody>
  );
}
