import { Button } from "@mantine/core";
import { IconChecks, IconLock } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_features/page-body/page-body";
import { PageLinks, pageNumber } from "@/app/_features/page-links/page-links";
import { loadReports } from "@/app/_loaders/reports";
import { currentViewer } from "@/app/_loaders/viewer";
import { loadHaste, loadQueue, requireSignIn } from "@/app/_loaders/workbench";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { HasteNotice } from "./_components/haste-notice";
import styles from "./_components/queue.module.css";
import { QueueList } from "./_components/queue-list";
import { SecondLookNotice } from "./_components/second-look-notice";

/** As many as the loader gives at a time. */
const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("queue");
  return { title: t("title") };
}

export default async function QueuePage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string | string[] }>;
}) {
  const locale = await uiLocale();
  await requireSignIn(locale, `/${locale}/queue`);
  const page = pageNumber((await searchParams).page);
  const [{ items, total }, haste, reports, viewer, t, words, say] = await Promise.all([
    loadQueue((page - 1) * PAGE_SIZE),
    loadHaste(),
    loadReports(),
    currentViewer(),
    getT("queue"),
    getT("decisions"),
    getT("reports"),
  ]);
  return (
    <PageBody>
      <PageHeader title={t("title")}>{total > 0 && t("count", { count: total })}</PageHeader>
      <div className={styles.ways}>
        {reports.total > 0 && (
          <p>
            <Link href={`/${locale}/queue/reports`} prefetch={false}>
              {say("queue.link", { count: reports.total })}
            </Link>
          </p>
        )}
        {viewer?.canDecide && <SecondLookNotice />}
        {viewer?.canDecide && total > 1 && (
          <p>
            <Link href={`/${locale}/queue/together`} prefetch={false}>
              {words("together.link")}
            </Link>
          </p>
        )}
      </div>
      {viewer?.canDecide ? (
        <>
          <HasteNotice haste={haste} />
          <QueueList key={page} items={items} />
          <PageLinks path={`/${locale}/queue`} page={page} count={Math.ceil(total / PAGE_SIZE)} />
        </>
      ) : (
        <EmptyState
          icon={<IconLock size={44} stroke={1.25} />}
          title={t("notEditor.title")}
          action={
            <Button
              component="a"
              variant="default"
              href={`/${locale}/mine`}
              leftSection={<IconChecks size={18} aria-hidden />}
            >
              {t("notEditor.action")}
            </Button>
          }
        >
          {t("notEditor.text")}
        </EmptyState>
      )}
    </PageBody>
  );
}
