"use client";

import { Checkbox } from "@mantine/core";
import Link from "next/link";
import { useMemo } from "react";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import type { BitextHead } from "@/lib/core/review/bitext";
import { writeReviewPlace } from "@/lib/core/review/review-address";
import { useFormat, useT } from "@/lib/i18n/client";
import { GradeMark } from "../../../../import/version/_components/grade-mark";
import styles from "../../../../import/version/_components/version.module.css";
import type { CarriedItem } from "./carried-rows";

/** One row: what changed in its source, the text that was carried over, and what can be done. */
export function CarriedRow({
  row,
  head,
  review,
  isChosen,
  onToggle,
}: {
  readonly row: CarriedItem;
  readonly head: BitextHead;
  readonly review: string;
  readonly isChosen: boolean;
  readonly onToggle: (isOn: boolean) => void;
}) {
  const t = useT("version");
  const format = useFormat();
  const number = format.number(row.position + 1);
  const codes = useMemo(() => new Set(head.sourceCodes.map(({ id }) => id)), [head]);
  return (
    <li className={styles.item}>
      <div className={styles.facts}>
        {row.confirmable && (
          <Checkbox
            aria-label={t("carried.choose", { number })}
            checked={isChosen}
            onChange={(event) => onToggle(event.currentTarget.checked)}
          />
        )}
        <span>{t("row.number", { number })}</span>
        <GradeMark grade={row.grade} />
        <Link
          href={`${review}${writeReviewPlace({ position: row.position, filter: "all" })}`}
          aria-label={t("carried.open", { number })}
          prefetch={false}
        >
          {t("carried.review")}
        </Link>
      </div>
      <div className={styles.sides}>
        <div>
          <p className={styles.label}>{t("row.source")}</p>
          <WordDiff base={row.sourceBefore} next={row.sourceAfter} locale={head.sourceLocale} codes={codes} />
        </div>
        <div>
          <p className={styles.label}>{t("row.target")}</p>
          <p className={styles.text} lang={head.targetLocale} dir="auto">
            {row.targetText}
          </p>
        </div>
      </div>
    </li>
  );
}
