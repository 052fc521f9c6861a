import type { Metadata } from "next";
import { loadCarried } from "@/app/_loaders/versions";
import { currentViewer } from "@/app/_loaders/viewer";
import { countTray, loadBitext, requireSignIn } from "@/app/_loaders/workbench";
import { parseReviewPlace, type ReviewPlace, writeReviewPlace } from "@/lib/core/review/review-address";
import { packIndex } from "@/lib/core/review/row-index";
import { getFormat, getT } from "@/lib/i18n/server";
import { Workbench } from "./_components/workbench";

interface Props {
  readonly params: Promise<{ locale: string; translationId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function placeOf({ params, searchParams }: Props) {
  const [{ locale, translationId }, query] = await Promise.all([params, searchParams]);
  return {
    locale,
    translationId,
    place: parseReviewPlace({ row: one(query.row), filter: one(query.filter) }),
  };
}

const one = (value: string | string[] | undefined): string | null =>
  typeof value === "string" ? value : null;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, translationId, place } = await placeOf(props);
  await requireSignIn(locale, addressOf(locale, translationId, place));
  const [t, format, { head }] = await Promise.all([
    getT("workbench"),
    getFormat(),
    loadBitext(translationId, place.position),
  ]);
  return { title: t("titleOf", { title: head.title, language: format.languageName(head.targetLocale) }) };
}

/** A translation against its source. */
export default async function ReviewPage(props: Props) {
  const { locale, translationId, place } = await placeOf(props);
  await requireSignIn(locale, addressOf(locale, translationId, place));
  const [{ head, entries, rows }, carried, viewer, waiting] = await Promise.all([
    loadBitext(translationId, place.position),
    loadCarried(translationId),
    currentViewer(),
    countTray(translationId),
  ]);
  return (
    <Workbench
      key={head.translationId}
      head={head}
      index={packIndex(entries)}
      rows={rows}
      carried={carried.length}
      waiting={waiting}
      userId={viewer?.userId ?? ""}
    />
  );
}

const addressOf = (locale: string, translationId: string, place: ReviewPlace): string =>
  `/${locale}/review/${translationId}${writeReviewPlace(place)}`;
