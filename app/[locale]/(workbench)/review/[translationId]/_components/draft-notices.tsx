"use client";

import { Button } from "@mantine/core";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import type { DraftStatus } from "@/app/_features/target-editor/draft-saver";
import { RelativeTime } from "@/app/_ui/relative-time";
import { SaveState } from "@/app/_ui/save-state";
import type { DraftCandidate, DraftContent } from "@/lib/core/review/draft";
import { useT, useUiLocale } from "@/lib/i18n/client";
import styles from "./open-row.module.css";

/** Where the draft stands, in a few words. Nothing while nothing was typed. */
export function DraftState({ status }: { readonly status: DraftStatus }) {
  const t = useT("workbench");
  switch (status.kind) {
    case "untouched":
    case "conflict":
    case "signed-out":
      return null;
    case "saving":
    case "saved":
    case "offline":
    case "failed":
      return <SaveState status={status.kind} label={t(`draft.${status.kind}`)} />;
  }
}

/** The session has ended: the text stays, and the way to sign in does not leave it. */
export function SignedOut() {
  const t = useT("workbench");
  const locale = useUiLocale();
  return (
    <div className={styles.notice} role="alert">
      <p>{t("draft.signedOut")}</p>
      <a href={`/${locale}/sign-in`} target="_blank" rel="noopener">
        {t("draft.signIn")}
      </a>
    </div>
  );
}

/** Another window saved, proposed or discarded the same draft: both texts, and a choice. */
export function DraftConflict({
  stored,
  mine,
  onKeepMine,
  onTakeStored,
}: {
  readonly stored: DraftContent | null;
  readonly mine: DraftContent;
  readonly onKeepMine: () => void;
  readonly onTakeStored: () => void;
}) {
  const t = useT("workbench");
  const { head, targetCodeIds } = useBitext();
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.noticeTitle}>{t(stored ? "draft.conflictTitle" : "draft.goneTitle")}</p>
      <p>{t(stored ? "draft.conflictText" : "draft.goneText")}</p>
      {stored && (
        <div className={styles.pair}>
          <div>
            <p className={styles.label}>{t("draft.other")}</p>
            <p className={styles.text} lang={head.targetLocale} dir="auto">
              {stored.targetText}
            </p>
          </div>
          <div>
            <p className={styles.label}>{t("draft.yours")}</p>
            <WordDiff
              base={stored.targetText}
              next={mine.targetText}
              locale={head.targetLocale}
              codes={targetCodeIds}
            />
          </div>
        </div>
      )}
      <div className={styles.buttons}>
        <Button size="xs" onClick={onKeepMine}>
          {t("draft.keepMine")}
        </Button>
        <Button size="xs" variant="default" onClick={onTakeStored}>
          {t(stored ? "draft.takeStored" : "draft.dropMine")}
        </Button>
      </div>
    </div>
  );
}

/** Several drafts of one paragraph, none built on the other. */
export function DraftChoices({
  candidates,
  onChoose,
}: {
  readonly candidates: readonly DraftCandidate[];
  readonly onChoose: (candidate: DraftCandidate) => void;
}) {
  const t = useT("workbench");
  const { head } = useBitext();
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.noticeTitle}>{t("draft.severalTitle")}</p>
      <p>{t("draft.severalText")}</p>
      <ul className={styles.pair}>
        {candidates.map((candidate) => (
          <li key={candidate.origin + candidate.typedAt}>
            <p className={styles.label}>
              {t(candidate.origin === "server" ? "draft.onServer" : "draft.onDevice")}
              {" · "}
              <RelativeTime at={candidate.typedAt} />
            </p>
            <p className={styles.text} lang={head.targetLocale} dir="auto">
              {candidate.content.targetText}
            </p>
            <Button size="xs" onClick={() => onChoose(candidate)}>
              {t("draft.take")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
