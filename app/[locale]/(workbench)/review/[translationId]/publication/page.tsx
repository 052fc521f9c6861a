import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadBitext, loadPublicationDesk, requireSignIn } from "@/app/_loaders/workbench";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import { PreviewLinks } from "./_components/preview-links";
import styles from "./_components/publication.module.css";
import { PublicationPlan } from "./_components/publication-plan";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("publication");
  return { title: t("title") };
}

/** When a translation is to be published, and who may see its draft until then. */
export default async function PublicationPage({ params }: { params: Promise<{ translationId: string }> }) {
  const [locale, { translationId }] = await Promise.all([uiLocale(), params]);
  const review = `/${locale}/review/${encodeURIComponent(translationId)}`;
  await requireSignIn(locale, `${review}/publication`);
  const [{ head }, desk, t] = await Promise.all([
    loadBitext(translationId, 0),
    loadPublicationDesk(translationId),
    getT("publication"),
  ]);
  const planOf = (plan: typeof desk.waiting) =>
    plan && {
      ...plan,
      dueAt: plan.dueAt.toISOString(),
      retryAt: plan.retryAt?.toISOString() ?? null,
      endedAt: plan.endedAt?.toISOString() ?? null,
    };
  return (
    <PageBody width="text">
      <PageHeader
        title={t("title")}
        above={
          <Link href={review} prefetch={false}>
            {t("back")}
          </Link>
        }
      >
        <p>
          <bdi lang={head.sourceLocale}>{head.title}</bdi>
        </p>
        {t("intro")}
      </PageHeader>
      <section className={styles.section}>
        <h2>{t("plan.title")}</h2>
        <p>{t("plan.text")}</p>
        <PublicationPlan
          translationId={head.translationId}
          waiting={planOf(desk.waiting)}
          ended={planOf(desk.ended)}
        />
      </section>
      <section className={styles.section}>
        <h2>{t("preview.title")}</h2>
        <p>{t("preview.text")}</p>
        <PreviewLinks
          translationId={head.translationId}
          links={desk.links.map(({ id, createdBy, createdAt, expiresAt }) => ({
            id,
            createdBy,
            createdAt: createdAt.toISOString(),
            expiresAt: expiresAt.toISOString(),
          }))}
        />
      </section>
    </PageBody>
  );
}
