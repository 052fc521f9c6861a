import { IconMoodSmile } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadReports } from "@/app/_loaders/reports";
import { requireSignIn } from "@/app/_loaders/workbench";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { ReportCard } from "./_components/report-card";
import styles from "./_components/reports.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("reports");
  return { title: t("queue.title") };
}

export default async function ReportsPage() {
  const locale = await uiLocale();
  await requireSignIn(locale, `/${locale}/queue/reports`);
  const [{ reports }, t] = await Promise.all([loadReports(), getT("reports")]);
  return (
    <PageBody>
      <PageHeader
        title={t("queue.title")}
        above={
          <Link href={`/${locale}/queue`} prefetch={false}>
            {t("queue.back")}
          </Link>
        }
      >
        {t("queue.intro")}
      </PageHeader>
      {reports.length === 0 ? (
        <EmptyState icon={<IconMoodSmile size={44} stroke={1.25} />} title={t("queue.emptyTitle")}>
          {t("queue.emptyText")}
        </EmptyState>
      ) : (
        <ol className={styles.list} aria-label={t("queue.list")}>
          {reports.map((report) => (
            <li key={report.id}>
              <ReportCard report={report} />
            </li>
          ))}
        </ol>
      )}
    </PageBody>
  );
}
