import { IconEyeCheck } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadSecondLooks } from "@/app/_loaders/decisions";
import { requireSignIn } from "@/app/_loaders/workbench";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { LookList } from "./_components/look-list";
import { Objections } from "./_components/objections";
import styles from "./_components/second-look.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("decisions");
  return { title: t("secondLook.title") };
}

export default async function SecondLookPage() {
  const locale = await uiLocale();
  await requireSignIn(locale, `/${locale}/queue/second-look`);
  const [{ due, tally, objections }, t] = await Promise.all([loadSecondLooks(), getT("decisions")]);
  return (
    <PageBody>
      <PageHeader
        title={t("secondLook.title")}
        above={
          <Link href={`/${locale}/queue`} prefetch={false}>
            {t("together.back")}
          </Link>
        }
      >
        {t("secondLook.intro")}
      </PageHeader>
      {tally.looked > 0 && (
        <p className={styles.soft}>
          {t("secondLook.agreed", { count: tally.looked, confirmed: tally.confirmed })}
        </p>
      )}
      <LookList items={due}>
        <EmptyState icon={<IconEyeCheck size={44} stroke={1.25} />} title={t("secondLook.empty")}>
          {t("secondLook.emptyText")}
        </EmptyState>
      </LookList>
      <Objections objections={objections} />
    </PageBody>
  );
}
