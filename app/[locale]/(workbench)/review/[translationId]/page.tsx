import type { Metadata } from "next";
import { currentViewer } from "@/app/_loaders/viewer";
import { loadBitext, requireSignIn } from "@/app/_loaders/workbench";
import { parseReviewPlace, writeReviewPlace } from "@/lib/core/review/review-address";
import { packIndex } from "@/lib/core/review/row-index";
import { getFormat, getT } from "@/lib/i18n/server";
import { Workbench } from "./_components/workbench";

interface Props {
  readonly params: Promise<{ locale: string; translationId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT("workbench"))("title") };
}

/** A translation against its source. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const [{ locale, translationId }, query] = await Promise.all([params, searchParams]);
  const place = parseReviewPlace({ row: one(query.row), filter: one(query.filter) });
  await requireSignIn(locale, `/${locale}/review/${translationId}${writeReviewPlace(place)}`);
  const [bitext, viewer, t, format] = await Promise.all([
    loadBitext(translationId, place.position),
    currentViewer(),
    getT("workbench"),
    getFormat(),
  ]);
  const { head } = bitext;
  const title = t("titleOf", { title: head.title, language: format.languageName(head.targetLocale) });
  return (
    <>
      <title>{title}</title>
      <Workbench
        key={head.translationId}
        head={head}
        index={packIndex(bitext.entries)}
        rows={bitext.rows}
        userId={viewer?.userId ?? ""}
      />
    </>
  );
}

const one = (value: string | string[] | undefined): string | null =>
  typeof value === "string" ? value : null;
