"use client";

import { Button } from "@mantine/core";
import { useRef } from "react";
import { useT } from "@/lib/i18n/client";
import { KeyHint } from "./key-hint";
import styles from "./proposal-card.module.css";
import type { HunkChoice } from "./use-hunk-choice";

/** What can be done with a proposal by whoever decides on it. */
export function DecisionButtons({
  choice,
  isConflicted,
  isBusy,
  hasWords,
  onAccept,
  onEdit,
  onRequest,
  onDecline,
}: {
  readonly choice: HunkChoice;
  /** It overlaps with the current text: nothing of it can be accepted as it stands. */
  readonly isConflicted: boolean;
  readonly isBusy: boolean;
  /** The person has begun to write their own words and not saved them. */
  readonly hasWords: boolean;
  readonly onAccept: () => void;
  readonly onEdit: () => void;
  /** Null: its author was asked for another version already. */
  readonly onRequest: (() => void) | null;
  readonly onDecline: () => void;
}) {
  const t = useT(["workbench", "decisions"]);
  return (
    <div className={styles.buttons}>
      {!isConflicted && <AcceptButtons choice={choice} isBusy={isBusy} onAccept={onAccept} />}
      <Button variant="default" rightSection={<KeyHint keys="E" />} onClick={onEdit}>
        {t(hasWords ? "edit.goOn" : isConflicted ? "edit.openMerge" : "edit.open")}
      </Button>
      {onRequest && (
        <Button variant="default" rightSection={<KeyHint keys="C" />} onClick={onRequest}>
          {t("decisions:request.button")}
        </Button>
      )}
      <Button variant="default" rightSection={<KeyHint keys="R" />} onClick={onDecline}>
        {t("proposal.decline")}
      </Button>
      {!isConflicted && choice.canChoose && !choice.taken && (
        <span className={`${styles.hint} ${styles.choiceHint}`}>{t("hunk.hint")}</span>
      )}
    </div>
  );
}

/** All of it, or the changes that are chosen. */
function AcceptButtons({
  choice: { taken, hunks, takeAll },
  isBusy,
  onAccept,
}: {
  readonly choice: HunkChoice;
  readonly isBusy: boolean;
  readonly onAccept: () => void;
}) {
  const t = useT("workbench");
  const accept = useRef<HTMLButtonElement>(null);
  const takeAgain = () => {
    takeAll();
    // This button goes away.
    accept.current?.focus();
  };
  return (
    <>
      <Button
        ref={accept}
        loading={isBusy}
        disabled={taken?.size === 0}
        rightSection={<KeyHint keys="A" />}
        onClick={onAccept}
      >
        {taken ? t("hunk.accept", { count: taken.size, total: hunks.length }) : t("proposal.accept")}
      </Button>
      {taken && (
        <Button variant="subtle" onClick={takeAgain}>
          {t("hunk.all")}
        </Button>
      )}
    </>
  );
}
