import { IconMoodSmile } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import styles from "@/app/_features/bulk-act/bulk-act.module.css";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadTogether, type TogetherQuery } from "@/app/_loaders/decisions";
import { requireSignIn } from "@/app/_loaders/workbench";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { FilterForm } from "./_components/filter-form";
import { TogetherList } from "./_components/together-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("decisions");
  return { title: t("together.title") };
}

export default async function TogetherPage({ searchParams }: { searchParams: Promise<TogetherQuery> }) {
  const locale = await uiLocale();
  await requireSignIn(locale, `/${locale}/queue/together`);
  const query = await searchParams;
  const [{ items, own, facets }, t] = await Promise.all([loadTogether(query), getT("decisions")]);
  return (
    <PageBody>
      <PageHeader
        title={t("together.title")}
        above={
          <Link href={`/${locale}/queue`} prefetch={false}>
            {t("together.back")}
          </Link>
        }
      >
        {t("together.intro")}
      </PageHeader>
      <FilterForm facets={facets} query={query} />
      {own > 0 && <p className={styles.soft}>{t("together.own", { count: own })}</p>}
      <TogetherList key={JSON.stringify(query)} items={items}>
        <EmptyState icon={<IconMoodSmile size={44} stroke={1.25} />} title={t("together.empty")}>
          {t("together.emptyText")}
        </EmptyState>
      </TogetherList>
    </PageBody>
  );
}
