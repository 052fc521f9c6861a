"use client";

import Link from "next/link";
import { type Ref, useMemo } from "react";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import { usePersonName } from "@/app/_features/person-name/use-person-name";
import { ProposalCard, type ProposalCardHandle } from "@/app/_features/proposal-card/proposal-card";
import type { Settled } from "@/app/_features/proposal-card/use-decision";
import type { loadQueue } from "@/app/_loaders/workbench";
import { textDirection } from "@/lib/core/text/locale";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./queue.module.css";

export type QueueEntry = Awaited<ReturnType<typeof loadQueue>>["items"][number];

/** What the person looks at to decide: the source, the change, and where it belongs. */
export function QueueItem({
  ref,
  item,
  number,
  count,
  onSettled,
}: {
  readonly ref: Ref<ProposalCardHandle>;
  readonly item: QueueEntry;
  readonly number: number;
  readonly count: number;
  readonly onSettled: (outcome: Settled) => void;
}) {
  const t = useT("queue");
  const personNameOf = usePersonName();
  const codes = useMemo(() => new Set(item.targetCodes.map(({ id }) => id)), [item.targetCodes]);
  const { title, rowNumber, authorName } = item;
  return (
    <>
      <div className={styles.source}>
        <p className={styles.label}>{t("source")}</p>
        <div className={styles.text} lang={item.sourceLocale} dir={textDirection(item.sourceLocale)}>
          <InlineText text={item.sourceText} codes={item.sourceCodes} followsLinks={false} />
        </div>
      </div>
      <ProposalCard
        ref={ref}
        proposal={item}
        locale={item.targetLocale}
        codes={codes}
        label={t("card", { number, count, name: personNameOf(authorName), title, row: rowNumber })}
        currentText={item.currentText}
        currentRevisionId={item.currentRevisionId}
        mayDecide
        place={<Place item={item} />}
        onSettled={onSettled}
      />
    </>
  );
}

/** The way to the paragraph in its document. */
export function Place({ item }: { readonly item: QueueEntry }) {
  const t = useT("queue");
  const format = useFormat();
  const { title, rowNumber, targetLocale, translationId } = item;
  const words = { title, number: rowNumber, language: format.languageName(targetLocale) };
  return (
    <Link
      className={styles.place}
      href={`/${format.locale}/review/${translationId}?row=${rowNumber}`}
      aria-label={t("openRow", words)}
      prefetch={false}
    >
      {t("place", words)}
    </Link>
  );
}
