import type { Metadata } from "next";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadAlignment, loadBitext, requireSignIn } from "@/app/_loaders/workbench";
import { parseReviewPlace } from "@/lib/core/review/review-address";
import { packIndex } from "@/lib/core/review/row-index";
import { getFormat, getT } from "@/lib/i18n/server";
import { AlignmentEditor } from "./_components/alignment-editor";

interface Props {
  readonly params: Promise<{ locale: string; translationId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function read({ params, searchParams }: Props) {
  const [{ locale, translationId }, { row }] = await Promise.all([params, searchParams]);
  const { position } = parseReviewPlace({ row: typeof row === "string" ? row : null });
  await requireSignIn(locale, `/${locale}/review/${translationId}/align`);
  const [bitext, alignment] = await Promise.all([
    loadBitext(translationId, position),
    loadAlignment(translationId),
  ]);
  return { ...bitext, alignment, position };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { head } = await read(props);
  const [t, format] = await Promise.all([getT("alignment"), getFormat()]);
  return { title: t("titleOf", { title: head.title, language: format.languageName(head.targetLocale) }) };
}

/** Which source belongs to which target: repaired while the document is in review. */
export default async function AlignPage(props: Props) {
  const { head, rows, alignment, position } = await read(props);
  const { entries, tray, ...state } = alignment;
  return (
    <PageBody width="full">
      <AlignmentEditor
        key={head.translationId}
        head={head}
        state={state}
        index={packIndex(entries)}
        rows={rows}
        tray={tray}
        position={Math.min(position, Math.max(0, entries.length - 1))}
      />
    </PageBody>
  );
}
