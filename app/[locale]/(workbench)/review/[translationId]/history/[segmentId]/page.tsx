import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadHistory } from "@/app/_loaders/history";
import { requireSignIn } from "@/app/_loaders/workbench";
import { PageHeader } from "@/app/_ui/page-header";
import { getFormat, getT, uiLocale } from "@/lib/i18n/server";
import { BlamedText } from "./_components/blamed-text";
import { Compare } from "./_components/compare";
import { comparedPair } from "./_components/compared-pair";
import { RevisionList } from "./_components/revision-list";

interface Props {
  readonly params: Promise<{ translationId: string; segmentId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("history");
  return { title: t("title") };
}

/** How a row came to its text, whose every word is, any two texts compared, and the way back to each. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const [locale, { translationId, segmentId }, query] = await Promise.all([uiLocale(), params, searchParams]);
  const review = `/${locale}/review/${encodeURIComponent(translationId)}`;
  await requireSignIn(locale, `${review}/history/${encodeURIComponent(segmentId)}`);
  const [history, t, format] = await Promise.all([
    loadHistory(translationId, segmentId),
    getT("history"),
    getFormat(),
  ]);
  const { head, position, entries, share } = history;
  const row = position === null ? null : format.number(position + 1);
  const pair = comparedPair(entries, query);
  return (
    <PageBody width="text">
      <PageHeader
        title={row === null ? t("titleGone") : t("titleOf", { row })}
        above={
          <Link href={position === null ? review : `${review}?row=${position + 1}`} prefetch={false}>
            {t("back")}
          </Link>
        }
      >
        <p>
          <bdi lang={head.sourceLocale}>{head.title}</bdi>
        </p>
        {t("share", { segment: format.percent(share.segment), document: format.percent(share.document) })}
      </PageHeader>
      <BlamedText history={history} />
      {pair && (
        <Compare
          entries={entries.map(({ number }) => number)}
          pair={pair}
          locale={head.targetLocale}
          codes={head.targetCodes.map(({ id }) => id)}
        />
      )}
      <RevisionList
        segmentId={segmentId}
        locale={head.targetLocale}
        mayRestore={history.mayRestore}
        entries={entries.toReversed().map(({ createdAt, approvedAt, cause, ...entry }) => ({
          ...entry,
          cause: cause && { ...cause, at: cause.at.toISOString() },
          createdAt: createdAt.toISOString(),
          approvedAt: approvedAt?.toISOString() ?? null,
        }))}
      />
    </PageBody>
  );
}
