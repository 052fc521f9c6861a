import type { Metadata } from "next";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadVersion } from "@/app/_loaders/versions";
import { requireSignIn } from "@/app/_loaders/workbench";
import { getT, uiLocale } from "@/lib/i18n/server";
import { StaleVersion } from "./_components/stale-version";
import { VersionPreview } from "./_components/version-preview";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("version");
  return { title: t("preview.title") };
}

/** What a new version would change, before it does. */
export default async function VersionPage({ params }: { params: Promise<{ importId: string }> }) {
  const [locale, { importId }] = await Promise.all([uiLocale(), params]);
  await requireSignIn(locale, `/${locale}/import/version/${encodeURIComponent(importId)}`);
  const version = await loadVersion(importId);
  return (
    <PageBody width="full">
      {version ? (
        <VersionPreview importId={importId} version={version} />
      ) : (
        <StaleVersion importId={importId} />
      )}
    </PageBody>
  );
}
