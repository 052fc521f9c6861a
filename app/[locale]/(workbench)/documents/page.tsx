import { Button } from "@mantine/core";
import { IconFileImport, IconFiles } from "@tabler/icons-react";
import type { Metadata } from "next";
import { PageBody } from "@/app/_features/page-body/page-body";
import { currentViewer } from "@/app/_loaders/viewer";
import { loadDocuments, requireSignIn } from "@/app/_loaders/workbench";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { DocumentItem } from "./_components/document-item";
import styles from "./_components/documents.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("documents");
  return { title: t("title") };
}

export default async function DocumentsPage() {
  const locale = await uiLocale();
  await requireSignIn(locale, `/${locale}/documents`);
  const [{ documents, importInto, repairIn }, viewer, t] = await Promise.all([
    loadDocuments(),
    currentViewer(),
    getT("documents"),
  ]);
  const importable = new Set(importInto.map(({ id }) => id));
  const showsProject = new Set(documents.map(({ projectId }) => projectId)).size > 1;
  const importButton = (label: string) => (
    <Button component="a" href={`/${locale}/import`} leftSection={<IconFileImport size={18} aria-hidden />}>
      {label}
    </Button>
  );
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        actions={viewer?.canImport && documents.length > 0 && importButton(t("import"))}
      >
        {documents.length > 0 && t("count", { count: documents.length })}
      </PageHeader>
      {documents.length === 0 ? (
        <EmptyState
          icon={<IconFiles size={44} stroke={1.25} />}
          title={t("empty.title")}
          action={viewer?.canImport && importButton(t("empty.action"))}
        >
          {t(viewer?.canImport ? "empty.canImport" : "empty.cannotImport")}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {documents.map((document) => (
            <DocumentItem
              key={document.documentId}
              document={document}
              mayImport={importable.has(document.projectId)}
              mayRenew={repairIn.includes(document.projectId)}
              showsProject={showsProject}
            />
          ))}
        </ul>
      )}
    </PageBody>
  );
}
