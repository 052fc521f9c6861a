import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadCarried } from "@/app/_loaders/versions";
import { loadBitext, requireSignIn } from "@/app/_loaders/workbench";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { CarriedRows } from "./_components/carried-rows";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("version");
  return { title: t("carried.title") };
}

/** Rows that were approved before a new version changed their source, to be confirmed together. */
export default async function CarriedPage({ params }: { params: Promise<{ translationId: string }> }) {
  const [locale, { translationId }] = await Promise.all([uiLocale(), params]);
  const review = `/${locale}/review/${encodeURIComponent(translationId)}`;
  await requireSignIn(locale, `${review}/carried`);
  const [{ head }, rows, t] = await Promise.all([
    loadBitext(translationId, 0),
    loadCarried(translationId),
    getT("version"),
  ]);
  return (
    <PageBody width="full">
      <PageHeader
        title={t("carried.title")}
        above={
          <Link href={review} prefetch={false}>
            {t("carried.back")}
          </Link>
        }
      >
        <p>
          <bdi lang={head.sourceLocale}>{head.title}</bdi>
        </p>
        {t(rows.length > 0 ? "carried.intro" : "carried.empty")}
      </PageHeader>
      <CarriedRows head={head} rows={rows} review={review} />
    </PageBody>
  );
}
