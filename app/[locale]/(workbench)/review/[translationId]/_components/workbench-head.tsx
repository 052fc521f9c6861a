"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { Bdi } from "@/app/_ui/bdi";
import { PageHeader } from "@/app/_ui/page-header";
import { useFormat, useT, useUiLocale } from "@/lib/i18n/client";
import { PublishControls } from "./publish-controls";
import type { Review } from "./use-review";
import styles from "./workbench.module.css";

/** What is read here, how far it is, and whether readers see it. */
export function WorkbenchHead({
  counts,
  carried,
  waiting,
  position,
}: {
  readonly counts: Review["counts"];
  readonly carried: number;
  readonly waiting: number;
  readonly position: number;
}) {
  const t = useT(["workbench", "version", "publication"]);
  const format = useFormat();
  const locale = useUiLocale();
  const { head } = useBitext();
  const [publishedAt, setPublishedAt] = useState(head.publishedAt);
  const unreviewed = counts.all - counts.approved;
  return (
    <div className={styles.head}>
      <PageHeader
        above={
          <Link href={`/${locale}/documents`} prefetch={false}>
            {t("head.documents")}
          </Link>
        }
        title={<Bdi lang={head.sourceLocale}>{head.title}</Bdi>}
        actions={
          head.may.publish && (
            <PublishControls
              unreviewed={unreviewed}
              isPublished={publishedAt !== null}
              onChange={setPublishedAt}
            />
          )
        }
      >
        <p className={styles.facts}>
          <span>
            {t("head.languages", {
              source: format.languageName(head.sourceLocale),
              target: format.languageName(head.targetLocale),
            })}
          </span>
          <span>{head.mtEngine ? t("head.engine", { engine: head.mtEngine }) : t("head.noEngine")}</span>
          <span>
            {publishedAt ? (
              <>
                {t("head.published", { date: format.date(publishedAt) })}{" "}
                <a href={`/${locale}/articles/${head.slug}/${head.targetLocale}`}>{t("head.read")}</a>
              </>
            ) : (
              t("head.notPublished")
            )}
          </span>
          {head.may.publish && (
            <Link href={`/${locale}/review/${head.translationId}/publication`} prefetch={false}>
              {t("publication:link")}
            </Link>
          )}
          {head.may.publish && (
            <Link href={`/${locale}/import/version?document=${head.documentId}`} prefetch={false}>
              {t("version:title")}
            </Link>
          )}
          {carried > 0 && (
            <Link href={`/${locale}/review/${head.translationId}/carried`} prefetch={false}>
              {t("version:carried.link", { count: carried })}
            </Link>
          )}
          <AlignLink waiting={waiting} position={position} />
        </p>
        <Progress approved={counts.approved} count={counts.all} />
      </PageHeader>
    </div>
  );
}

/** To the rows themselves, from the row that one is in; and to what waits without one. */
function AlignLink({ waiting, position }: { readonly waiting: number; readonly position: number }) {
  const t = useT("alignment");
  const router = useRouter();
  const locale = useUiLocale();
  const { head } = useBitext();
  const href = `/${locale}/review/${head.translationId}/align?row=${position + 1}`;
  useCommands([{ id: "align", label: t("link.repair"), group: "navigation", run: () => router.push(href) }]);
  return (
    <Link href={href} prefetch={false}>
      {waiting > 0 ? t("link.rowsAndTray", { count: waiting }) : t("link.repair")}
    </Link>
  );
}

function Progress({ approved, count }: { readonly approved: number; readonly count: number }) {
  const t = useT("workbench");
  const format = useFormat();
  const label = t("head.progress", {
    approved: format.number(approved),
    total: format.number(count),
  });
  return (
    <div className={styles.progress}>
      <progress value={approved} max={Math.max(count, 1)} aria-label={label} />
      <span aria-hidden>{label}</span>
    </div>
  );
}
