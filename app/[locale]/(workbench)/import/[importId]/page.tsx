import type { Metadata } from "next";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadImport } from "@/app/_loaders/imports";
import { requireSignIn } from "@/app/_loaders/workbench";
import { packBeads } from "@/lib/core/document/packed-beads";
import { getT, uiLocale } from "@/lib/i18n/server";
import { ImportPreview } from "./_components/import-preview";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("import");
  return { title: t("preview.title") };
}

export default async function ImportPreviewPage({ params }: { params: Promise<{ importId: string }> }) {
  const locale = await uiLocale();
  const { importId } = await params;
  await requireSignIn(locale, `/${locale}/import/${encodeURIComponent(importId)}`);
  const { beads, ...preview } = await loadImport(importId);
  return (
    <PageBody width="full">
      <ImportPreview
        importId={preview.importId}
        isFurtherLanguage={preview.documentId !== null}
        settings={preview.settings}
        source={preview.source}
        target={preview.target}
        findings={preview.findings}
        packedRows={packBeads(beads)}
        version={preview.version}
      />
    </PageBody>
  );
}
