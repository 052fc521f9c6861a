import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadVersionTarget } from "@/app/_loaders/versions";
import { requireSignIn } from "@/app/_loaders/workbench";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { TakeBack } from "./_components/take-back";
import { VersionForm } from "./_components/version-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("version");
  return { title: t("title") };
}

/** A new version of a document is brought in. */
export default async function NewVersionPage({
  searchParams,
}: {
  searchParams: Promise<{ document?: string | string[] }>;
}) {
  const [locale, { document }] = await Promise.all([uiLocale(), searchParams]);
  await requireSignIn(locale, `/${locale}/import/version?document=${encodeURIComponent(String(document))}`);
  const [target, t] = await Promise.all([loadVersionTarget(document), getT("version")]);
  return (
    <PageBody>
      <PageHeader
        title={t("titleOf", { title: target.title })}
        above={
          <Link href={`/${locale}/documents`} prefetch={false}>
            {t("documents")}
          </Link>
        }
      >
        {t("intro")}
      </PageHeader>
      {target.hasVersion && <TakeBack documentId={target.documentId} />}
      <VersionForm
        documentId={target.documentId}
        sourceLocale={target.sourceLocale}
        translations={target.translations}
      />
    </PageBody>
  );
}
