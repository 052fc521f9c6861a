"use client";

import { usePathname } from "next/navigation";
import { type MouseEvent, useEffect, useRef } from "react";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { announce } from "@/app/_ui/live-region";
import { StateMark } from "@/app/_ui/state-mark";
import { VisuallyHidden } from "@/app/_ui/visually-hidden";
import { ROW_FILTERS, type RowFilter } from "@/lib/core/review/bitext";
import { writeReviewPlace } from "@/lib/core/review/review-address";
import { useFormat, useT } from "@/lib/i18n/client";
import type { Review } from "./use-review";
import styles from "./workbench.module.css";

const MARKS = { machine: "untouched", open: "proposal", conflict: "conflict" } as const;

/** The filters are the navigation: links with counts, and above the columns what stands in them. */
export function FilterBar({ review }: { readonly review: Review }) {
  const t = useT("workbench");
  const format = useFormat();
  const { head } = useBitext();
  const { filter, counts, positions, active, tidy } = review;
  const address = useFilterAddress(active.position);
  useSaidCount(filter, counts[filter]);
  useCommands(
    ROW_FILTERS.map((one) => ({
      id: `filter-${one}`,
      label: t("key.filter", { filter: t(`filter.${one}`) }),
      group: "navigation" as const,
      run: () => address.go(one),
    })),
  );
  const kept = positions.length - counts[filter];
  return (
    <div className={styles.bar}>
      <nav className={styles.filters} aria-label={t("filter.label")}>
        <ul>
          {ROW_FILTERS.map((one) => (
            <li key={one}>
              <a
                className={styles.filter}
                href={address.of(one)}
                aria-current={one === filter ? "true" : undefined}
                onClick={(event) => address.follow(event, one)}
              >
                {one in MARKS && <StateMark state={MARKS[one as keyof typeof MARKS]} label="" size={13} />}
                {t(`filter.${one}`)}
                <span className={styles.count} aria-hidden>
                  {format.number(counts[one])}
                </span>
                <VisuallyHidden>, {t("filter.count", { count: counts[one] })}</VisuallyHidden>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {filter !== "all" && kept > 0 && (
        <p className={styles.kept}>
          {t("filter.kept", { count: kept })}{" "}
          <button type="button" onClick={tidy}>
            {t("filter.tidy")}
          </button>
        </p>
      )}
      <p className={styles.columns} aria-hidden>
        <span>{t("grid.source", { language: format.languageName(head.sourceLocale) })}</span>
        <span>{t("grid.target", { language: format.languageName(head.targetLocale) })}</span>
      </p>
    </div>
  );
}

/** Filters are addresses; following one needs no answer from the server, because the index is here. */
function useFilterAddress(position: number) {
  const pathname = usePathname();
  const of = (filter: RowFilter): string => `${pathname}${writeReviewPlace({ position, filter })}`;
  const go = (filter: RowFilter) => window.history.pushState(null, "", of(filter));
  const follow = (event: MouseEvent, filter: RowFilter) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    go(filter);
  };
  return { of, go, follow };
}

function useSaidCount(filter: RowFilter, count: number): void {
  const t = useT("workbench");
  const said = useRef(filter);
  useEffect(() => {
    if (said.current === filter) return;
    said.current = filter;
    announce(t("say.filtered", { filter: t(`filter.${filter}`), count }));
  }, [filter, count, t]);
}
