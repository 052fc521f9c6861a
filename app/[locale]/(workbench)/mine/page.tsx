import { Button } from "@mantine/core";
import { IconPencilQuestion } from "@tabler/icons-react";
import type { Metadata } from "next";
import { PageBody } from "@/app/_features/page-body/page-body";
import { PageLinks, pageNumber } from "@/app/_features/page-links/page-links";
import { loadMyMentions } from "@/app/_loaders/decisions";
import { loadMyProposals, requireSignIn } from "@/app/_loaders/workbench";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { MentionList } from "./_components/mention-list";
import styles from "./_components/mine.module.css";
import { MyProposalItem } from "./_components/my-proposal-item";

/** As many as the loader gives at a time; a full page may have one after it. */
const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("queue");
  return { title: t("mine.title") };
}

export default async function MyProposalsPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string | string[] }>;
}) {
  const locale = await uiLocale();
  await requireSignIn(locale, `/${locale}/mine`);
  const page = pageNumber((await searchParams).page);
  const [proposals, mentions, t] = await Promise.all([
    loadMyProposals((page - 1) * PAGE_SIZE),
    loadMyMentions(),
    getT("queue"),
  ]);
  return (
    <PageBody>
      <PageHeader title={t("mine.title")}>{t("mine.intro")}</PageHeader>
      {page === 1 && <MentionList mentions={mentions} />}
      {proposals.length === 0 && page === 1 ? (
        <EmptyState
          icon={<IconPencilQuestion size={44} stroke={1.25} />}
          title={t("mine.empty")}
          action={
            <Button component="a" href={`/${locale}/documents`}>
              {t("mine.emptyAction")}
            </Button>
          }
        >
          {t("mine.emptyText")}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {proposals.map((proposal) => (
            <MyProposalItem key={proposal.id} proposal={proposal} />
          ))}
        </ul>
      )}
      <PageLinks
        path={`/${locale}/mine`}
        page={page}
        count={proposals.length === PAGE_SIZE ? page + 1 : page}
      />
    </PageBody>
  );
}
