import { IconLock } from "@tabler/icons-react";
import type { Metadata } from "next";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadMyImports } from "@/app/_loaders/imports";
import { loadDocuments, requireSignIn } from "@/app/_loaders/workbench";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { ImportForm } from "./_components/import-form";
import { WaitingImports } from "./_components/waiting-imports";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("import");
  return { title: t("title") };
}

export default async function ImportPage({
  searchParams,
}: {
  searchParams: Promise<{ document?: string | string[] }>;
}) {
  const locale = await uiLocale();
  await requireSignIn(locale, `/${locale}/import`);
  const [{ documents, importInto }, waiting, t, { document }] = await Promise.all([
    loadDocuments(),
    loadMyImports(),
    getT("import"),
    searchParams,
  ]);
  const importable = new Set(importInto.map(({ id }) => id));
  const further = documents.filter(({ projectId }) => importable.has(projectId));
  const engines = documents.flatMap(({ translations }) => translations.map(({ mtEngine }) => mtEngine ?? ""));
  return (
    <PageBody>
      <PageHeader title={t("title")}>{importInto.length > 0 && t("intro")}</PageHeader>
      <WaitingImports imports={waiting} />
      {importInto.length === 0 ? (
        <EmptyState icon={<IconLock size={44} stroke={1.25} />} title={t("none.title")}>
          {t("none.text")}
        </EmptyState>
      ) : (
        <ImportForm
          projects={importInto.map(({ id, name }) => ({ id, name }))}
          documents={further.map(
            ({ translations, documentId, projectId, title, sourceLocale, paragraphs }) => ({
              documentId,
              projectId,
              title,
              sourceLocale,
              paragraphs,
              targetLocales: translations.map(({ targetLocale }) => targetLocale),
            }),
          )}
          engines={[...new Set(engines.filter(Boolean))].sort()}
          documentId={further.find(({ documentId }) => documentId === document)?.documentId ?? null}
        />
      )}
    </PageBody>
  );
}
