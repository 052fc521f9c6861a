"use client";

import { Button } from "@mantine/core";
import { useId, useRef } from "react";
import { MergeChoices } from "@/app/_features/merge-choices/merge-choices";
import { usePersonName } from "@/app/_features/person-name/use-person-name";
import type { EditorHandle } from "@/app/_features/target-editor/editor-handle";
import { TargetEditor } from "@/app/_features/target-editor/target-editor";
import { VisuallyHidden } from "@/app/_ui/visually-hidden";
import type { OpenProposal } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import { AnswerForm } from "./answer-form";
import { FaultNotice } from "./fault-notice";
import { KeyHint } from "./key-hint";
import styles from "./proposal-card.module.css";
import type { ProposalEditing } from "./use-editing";
import { WordDiff } from "./word-diff";

/** An editor's words for a proposal: both readings where it overlaps with the current text, and a field. */
export function EditForm({
  proposal,
  currentText,
  locale,
  codes,
  editing,
}: {
  readonly proposal: OpenProposal;
  readonly currentText: string;
  readonly locale: string;
  readonly codes: ReadonlySet<number>;
  readonly editing: ProposalEditing;
}) {
  const t = useT("workbench");
  const personNameOf = usePersonName();
  const titleId = useId();
  const hintId = useId();
  const field = useRef<EditorHandle>(null);
  const { text, kept, isBusy, fault, setText, discard, save, close } = editing;
  const isSame = !proposal.conflicted && text === proposal.targetText;
  return (
    <AnswerForm titleId={titleId} onSend={save} onLeave={close}>
      <p id={titleId} className={styles.comparedTitle}>
        {t(proposal.conflicted ? "edit.titleMerge" : "edit.title")}
      </p>
      {proposal.conflicted && (
        <MergeChoices
          texts={{ base: proposal.baseText, current: currentText, proposed: proposal.targetText }}
          locale={locale}
          text={text}
          takesFocus
          onText={(next) => {
            field.current?.replaceAll(next);
            setText(next);
          }}
        />
      )}
      <TargetEditor
        ref={field}
        text={text}
        initialText={text}
        codes={codes}
        locale={locale}
        label={t("edit.label", { name: personNameOf(proposal.authorName) })}
        describedBy={hintId}
        takesFocus={!proposal.conflicted}
        onChange={setText}
      />
      <VisuallyHidden id={hintId}>{t("edit.keys")}</VisuallyHidden>
      <WordDiff base={currentText} next={text} locale={locale} codes={codes} />
      {!isSame && <p className={styles.hint}>{t("edit.waits")}</p>}
      {kept === "earlier" && <p className={styles.hint}>{t("edit.keptEarlier")}</p>}
      {fault && <FaultNotice fault={fault} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy} rightSection={<KeyHint keys="Mod+Enter" />}>
          {t(isSame ? "proposal.accept" : "edit.save")}
        </Button>
        <Button type="button" variant="default" rightSection={<KeyHint keys="Escape" />} onClick={close}>
          {t("edit.close")}
        </Button>
        {kept && (
          <Button
            type="button"
            variant="subtle"
            onClick={() => {
              field.current?.replaceAll(editing.start);
              discard();
              field.current?.focus();
            }}
          >
            {t("edit.discard")}
          </Button>
        )}
      </div>
    </AnswerForm>
  );
}
