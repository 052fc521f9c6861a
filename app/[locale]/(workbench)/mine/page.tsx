import { Button } from "@mantine/core";
import { IconFilterOff, IconPencilQuestion } from "@tabler/icons-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageBody } from "@/app/_features/page-body/page-body";
import { PageLinks, pageNumber } from "@/app/_features/page-links/page-links";
import { loadMyMentions } from "@/app/_loaders/decisions";
import { loadMyProposals, type MineQuery } from "@/app/_loaders/mine";
import { requireSignIn } from "@/app/_loaders/workbench";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { MentionList } from "./_components/mention-list";
import styles from "./_components/mine.module.css";
import { MineFilterForm } from "./_components/mine-filter";
import { MineKeys } from "./_components/mine-keys";
import { MyProposalItem } from "./_components/my-proposal-item";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("queue");
  return { title: t("mine.title") };
}

export default async function MyProposalsPage({ searchParams }: { searchParams: Promise<MineQuery> }) {
  const locale = await uiLocale();
  await requireSignIn(locale, `/${locale}/mine`);
  const query = await searchParams;
  const page = pageNumber(query.page);
  const [listed, mentions, t] = await Promise.all([
    loadMyProposals(query, page),
    loadMyMentions(),
    getT("queue"),
  ]);
  if (!listed) return null;
  const { items, wanted, counts, documents, pages } = listed;
  const chosen = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== null);
  const hasAny = documents.length > 0;
  return (
    <PageBody>
      <PageHeader title={t("mine.title")}>{t("mine.intro")}</PageHeader>
      {page === 1 && chosen.length === 0 && <MentionList mentions={mentions} />}
      {hasAny && <MineFilterForm wanted={wanted} counts={counts} documents={documents} />}
      {items.length > 0 ? (
        <>
          <MineKeys />
          <ul className={styles.list} aria-label={t("mine.title")}>
            {items.map((proposal) => (
              <MyProposalItem key={proposal.id} proposal={proposal} />
            ))}
          </ul>
        </>
      ) : (
        <Nothing isFiltered={hasAny} locale={locale} />
      )}
      <PageLinks path={`/${locale}/mine`} page={page} count={pages} query={Object.fromEntries(chosen)} />
    </PageBody>
  );
}

/** Nothing was ever proposed, or nothing of what was asked for. */
async function Nothing({ isFiltered, locale }: { readonly isFiltered: boolean; readonly locale: string }) {
  const t = await getT("queue");
  const [icon, words, href]: [ReactNode, "empty" | "none", string] = isFiltered
    ? [<IconFilterOff key="icon" size={44} stroke={1.25} />, "none", `/${locale}/mine`]
    : [<IconPencilQuestion key="icon" size={44} stroke={1.25} />, "empty", `/${locale}/documents`];
  return (
    <EmptyState
      icon={icon}
      title={t(`mine.${words}`)}
      action={
        <Button component="a" variant={isFiltered ? "default" : "filled"} href={href}>
          {t(`mine.${words}Action`)}
        </Button>
      }
    >
      {t(`mine.${words}Text`)}
    </EmptyState>
  );
}
