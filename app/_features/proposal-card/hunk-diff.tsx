"use client";

import { type KeyboardEvent, memo, useMemo } from "react";
import { changesOf, DiffRun } from "@/app/_features/diff-text/diff-text";
import diffStyles from "@/app/_features/diff-text/diff-text.module.css";
import { findMoves } from "@/lib/core/diff/moves";
import { type DiffSpan, diffSpans } from "@/lib/core/diff/spans";
import { useT } from "@/lib/i18n/client";
import styles from "./hunk-diff.module.css";
import { walkHunks } from "./hunk-walk";
import { useHunkLabel } from "./hunk-words";
import type { HunkChoice } from "./use-hunk-choice";

interface HunkDiffProps {
  readonly base: string;
  readonly next: string;
  readonly locale: string;
  readonly codes: ReadonlySet<number>;
  readonly choice: HunkChoice;
  /** The viewer decides: changes can be taken and left one by one. */
  readonly isOpen: boolean;
}

/** What a proposal changes, change by change: each can be gone to, and chosen by those who decide. */
export function HunkDiff({ base, next, locale, codes, choice, isOpen }: HunkDiffProps) {
  const words = useT("workbench");
  const { hunks, precise } = choice;
  const changes = useMemo(
    () => changesOf(diffSpans(base, next, { hunks, precise }, findMoves(hunks, locale))),
    [base, next, hunks, precise, locale],
  );
  return (
    <div className={styles.diff}>
      {base === next && <p className={styles.hint}>{words("diff.none")}</p>}
      <bdi className={diffStyles.text} lang={locale} dir="auto">
        {changes.map((spans, index) =>
          isEqual(spans) ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a diff is shown as a whole, its runs have no other name
            <Spans key={index} spans={spans} codes={codes} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <HunkStop key={index} spans={spans} choice={choice} isOpen={isOpen} codes={codes} />
          ),
        )}
      </bdi>
      {!precise && <p className={styles.hint}>{words("diff.coarse")}</p>}
    </div>
  );
}

const isEqual = (spans: readonly DiffSpan[]): boolean => spans[0]?.hunk === null;

const Spans = memo(function Spans({
  spans,
  codes,
}: {
  readonly spans: readonly DiffSpan[];
  readonly codes: ReadonlySet<number>;
}) {
  const t = useT("common");
  return spans.map((span, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: spans have no other name
    <DiffRun key={index} span={span} codes={codes} t={t} />
  ));
});

/** One change. Its label says all of it, so that going there is heard once. */
function HunkStop({
  spans,
  choice,
  isOpen,
  codes,
}: {
  readonly spans: readonly DiffSpan[];
  readonly choice: HunkChoice;
  readonly isOpen: boolean;
  readonly codes: ReadonlySet<number>;
}) {
  const labelOf = useHunkLabel();
  const index = spans[0]?.hunk ?? 0;
  const hunk = choice.hunks[index];
  if (!hunk) return null;
  const label = labelOf(spans, index + 1, choice.hunks.length, hunk.linked.length);
  const shown = <Spans spans={spans} codes={codes} />;
  const isTaken = choice.taken?.has(hunk.id) ?? true;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = ({ ArrowRight: 1, ArrowLeft: -1 } as const)[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " ") event.shiftKey ? choice.leave(hunk.id) : choice.toggle(hunk.id);
    else if (step) walkHunks(event.currentTarget.parentElement, step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (!isOpen || !choice.canChoose) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand within a sentence
      <span data-hunk-stop={hunk.id} role="group" aria-label={label} tabIndex={-1} className={styles.hunk}>
        {shown}
      </span>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a change within a sentence, with deletions and insertions in it
    <span
      data-hunk-stop={hunk.id}
      role="checkbox"
      aria-checked={isTaken}
      aria-label={label}
      tabIndex={index === 0 ? 0 : -1}
      className={styles.hunk}
      data-choice={choice.taken === null ? "open" : isTaken ? "taken" : "left"}
      onClick={() => choice.toggle(hunk.id)}
      onKeyDown={onKeyDown}
    >
      {shown}
    </span>
  );
}
