"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { BitextGrid } from "@/app/_features/bitext-grid/bitext-grid";
import type { RowActions } from "@/app/_features/bitext-grid/bitext-row";
import { BitextStore } from "@/app/_features/bitext-grid/bitext-store";
import { COVERED } from "@/app/_features/bitext-grid/bring-to-view";
import { BitextContext } from "@/app/_features/bitext-grid/use-bitext";
import { DraftBook } from "@/app/_features/target-editor/draft-book";
import { UndoBar } from "@/app/_features/undo/undo-bar";
import { useUndo } from "@/app/_features/undo/use-undo";
import { announce } from "@/app/_ui/live-region";
import type { InlineCode } from "@/lib/core/document/paragraph";
import type { BitextHead, Row } from "@/lib/core/review/bitext";
import { type PackedIndex, unpackIndex } from "@/lib/core/review/row-index";
import { useT } from "@/lib/i18n/client";
import { EmptyList } from "./empty-list";
import { FilterBar } from "./filter-bar";
import { LoadProblem } from "./load-problem";
import { OpenRow } from "./open-row";
import { useAddress } from "./use-address";
import { useKeptUpToDate } from "./use-kept-up-to-date";
import { isToDo, useReview } from "./use-review";
import { useReviewCommands } from "./use-review-commands";
import styles from "./workbench.module.css";
import { WorkbenchContext } from "./workbench-context";
import { WorkbenchHead } from "./workbench-head";

const idsOf = (codes: readonly InlineCode[]): ReadonlySet<number> => new Set(codes.map((code) => code.id));

/** A translation against its source: read, corrected, decided on. */
export function Workbench({
  head,
  index,
  rows,
  carried,
  waiting,
  userId,
}: {
  readonly head: BitextHead;
  readonly index: PackedIndex;
  readonly rows: readonly Row[];
  /** Rows that wait to be confirmed after a new version. */
  readonly carried: number;
  /** Proposals, and own drafts, that no row holds. */
  readonly waiting: number;
  readonly userId: string;
}) {
  const [store] = useState(() => new BitextStore(head.translationId, unpackIndex(index), rows));
  const [bitext] = useState(() => ({
    store,
    head,
    sourceCodeIds: idsOf(head.sourceCodes),
    targetCodeIds: idsOf(head.targetCodes),
  }));
  return (
    <BitextContext value={bitext}>
      <Desk store={store} carried={carried} waiting={waiting} userId={userId} />
    </BitextContext>
  );
}

function Desk({
  store,
  carried,
  waiting,
  userId,
}: {
  readonly store: BitextStore;
  readonly carried: number;
  readonly waiting: number;
  readonly userId: string;
}) {
  const t = useT("workbench");
  const review = useReview(store);
  const { active, open, positions, filter, counts, goTo, activate, openAt, close } = review;
  const [book] = useState(() => new DraftBook(userId));
  useEffect(() => book.watch(), [book]);
  useKeptUpToDate(store);
  useReviewCommands(review, store);
  const onScrolledTo = useAddress(filter, active.position, open !== null);

  const latest = useRef(review);
  useEffect(() => {
    latest.current = review;
  });
  const done = useCallback(
    (position: number, andNext: boolean) => {
      const { filter, next, open } = latest.current;
      const following = andNext ? next(1, isToDo(filter)) : null;
      if (following === null) close();
      else openAt(following, open?.intent ?? "edit");
      if (following === null) goTo(position, true);
      if (andNext && following === null) announce(t("say.nothingLeft"));
    },
    [close, goTo, openAt, t],
  );
  const undo = useUndo<number>((position) => {
    goTo(position, true);
    close();
    void store.detail(position);
  });
  const { offer } = undo;
  const decided = useCallback(
    (position: number, decisionId: string, said: string) => offer({ decisionId, said, place: position }),
    [offer],
  );
  const workbench = useMemo(
    () => ({ book, close, openAt, done, decided }),
    [book, close, openAt, done, decided],
  );
  const rowActions: RowActions = useMemo(
    () => ({ activate, open: openAt, close }),
    [activate, openAt, close],
  );
  const intent = open?.intent ?? "read";
  const renderPanel = useCallback(
    (position: number) => <OpenRow key={position} position={position} intent={intent} />,
    [intent],
  );
  const above = useRef<HTMLDivElement>(null);
  return (
    <WorkbenchContext value={workbench}>
      <div ref={above}>
        <WorkbenchHead counts={counts} carried={carried} waiting={waiting} position={active.position} />
      </div>
      <FilterBar review={review} />
      <LoadProblem store={store} />
      <UndoBar handle={undo} />
      {positions.length === 0 ? (
        <EmptyList filter={filter} />
      ) : (
        <div className={styles.grid}>
          <BitextGrid
            positions={positions}
            active={active}
            openPosition={open?.position ?? null}
            actions={rowActions}
            renderPanel={renderPanel}
            above={above}
            covered={COVERED}
            onScrolledTo={onScrolledTo}
          />
        </div>
      )}
    </WorkbenchContext>
  );
}
