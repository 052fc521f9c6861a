"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { bringToView, COVERED } from "@/app/_features/bitext-grid/bring-to-view";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { missingCodes } from "@/app/_features/target-editor/code-ranges";
import type { EditorHandle } from "@/app/_features/target-editor/editor-handle";
import { TargetEditor } from "@/app/_features/target-editor/target-editor";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { VisuallyHidden } from "@/app/_ui/visually-hidden";
import { isInvisibleOnlyChange } from "@/lib/core/diff/visible";
import { CHANGE_REASONS, COMMENT_LIMIT } from "@/lib/core/proposal/lifecycle";
import type { SegmentDetail } from "@/lib/core/review/bitext";
import type { DraftContent } from "@/lib/core/review/draft";
import { useFormat, useT } from "@/lib/i18n/client";
import { DraftChoices, DraftConflict, DraftState, SignedOut } from "./draft-notices";
import { EditorButtons } from "./editor-buttons";
import { LiveDiff } from "./live-diff";
import styles from "./open-row.module.css";
import { Overtaken } from "./overtaken";
import { useDiffBase } from "./use-diff-base";
import { useEditorCommands } from "./use-editor-commands";
import { type RowDraft, startOf, useRowDraft } from "./use-row-draft";
import { useSubmit } from "./use-submit";

interface RowEditorProps {
  readonly position: number;
  readonly detail: SegmentDetail;
  readonly reload: () => Promise<SegmentDetail | null>;
  readonly takesFocus: boolean;
}

/** Where a person writes: the field, what it changes, why, and what happens to it. */
export function RowEditor(props: RowEditorProps) {
  const draft = useRowDraft(props.position, props.detail);
  if (draft.candidates) return <DraftChoices candidates={draft.candidates} onChoose={draft.choose} />;
  return <OpenEditor {...props} draft={draft} />;
}

function OpenEditor({
  position,
  detail,
  reload,
  takesFocus,
  draft,
}: RowEditorProps & { readonly draft: RowDraft }) {
  const t = useT("workbench");
  const format = useFormat();
  const { head, targetCodeIds } = useBitext();
  const hintId = useId();
  const editor = useRef<EditorHandle>(null);
  const diff = useDiffBase(detail);
  const submission = useSubmit(position, detail, draft, reload);
  const [undo, setUndo] = useState<DraftContent | null>(null);
  const faultText = useFaultText();
  const { content, status } = draft;

  const replace = (text: string) => {
    editor.current?.replaceAll(text);
    editor.current?.focus();
  };
  const actions = {
    propose: (andNext: boolean) => void submission.submit(andNext),
    discard: async () => {
      const before = await draft.discard();
      editor.current?.replaceAll(startOf(detail).targetText);
      draft.saver.end();
      draft.saver.restart();
      setUndo(before);
      announce(t("draft.discarded"));
    },
    undoDiscard: () => {
      if (!undo) return;
      draft.change(undo);
      replace(undo.targetText);
      setUndo(null);
      announce(t("draft.undone"));
    },
    copySource: () => replace(detail.row.sources.map((source) => source.text).join("\n\n")),
    backToMachine: () => replace(detail.machineText),
    switchBase: () => announce(t("say.diffBase", { base: t(`diff.${diff.cycle()}`) })),
    withdraw: () => void submission.withdraw(),
  };
  useEditorCommands(actions, {
    canSwitch: diff.canSwitch,
    canUndo: undo !== null,
    isChangedNow: draft.isChangedNow,
  });

  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!takesFocus || !frame.current) return;
    editor.current?.focus();
    bringToView(frame.current, frame.current.closest("article"), COVERED);
  }, [takesFocus]);

  const number = format.number(position + 1);
  return (
    <div ref={frame} className={styles.editor} data-row-editor>
      {status.kind === "signed-out" && <SignedOut />}
      {status.kind === "conflict" && (
        <DraftConflict
          stored={status.stored}
          mine={content}
          onKeepMine={() => draft.saver.keepMine()}
          onTakeStored={() => {
            const next = draft.saver.takeStored() ?? startOf(detail);
            draft.show(next);
            editor.current?.replaceAll(next.targetText);
          }}
        />
      )}
      <Overtaken
        detail={detail}
        content={content}
        onText={(targetText) => {
          draft.change({ targetText });
          replace(targetText);
        }}
      />
      <div className={styles.blockHead}>
        <span className={styles.label}>{t(submission.own ? "editor.headingRevise" : "editor.heading")}</span>
        <DraftState status={status} />
      </div>
      <TargetEditor
        ref={editor}
        text={content.targetText}
        initialText={content.targetText}
        codes={targetCodeIds}
        locale={head.targetLocale}
        label={t(submission.own ? "editor.labelRevise" : "editor.label", { number })}
        describedBy={hintId}
        takesFocus={takesFocus}
        onChange={(targetText) => draft.change({ targetText })}
      />
      <VisuallyHidden id={hintId}>
        {t("editor.keys")} {targetCodeIds.size > 0 && t("editor.codes")}
      </VisuallyHidden>
      <TextHints detail={detail} content={content} />
      <LiveDiff
        base={diff.base}
        baseText={diff.text}
        text={content.targetText}
        canSwitch={diff.canSwitch}
        onSwitch={actions.switchBase}
      />
      <Why draft={draft} />
      {submission.fault && <FormError title={faultText(submission.fault)} />}
      <EditorButtons
        actions={actions}
        isRevision={submission.own !== null}
        isBusy={submission.isBusy}
        isChanged={draft.isChanged}
        canUndo={undo !== null}
      />
    </div>
  );
}

/** What to look at before this is proposed. Nothing here stops anybody. */
function TextHints({ detail, content }: { readonly detail: SegmentDetail; readonly content: DraftContent }) {
  const t = useT("workbench");
  const format = useFormat();
  const { targetCodeIds } = useBitext();
  const { targetText } = detail.row;
  const missing = missingCodes(targetText, content.targetText, targetCodeIds);
  const isInvisible = isInvisibleOnlyChange(targetText, content.targetText);
  if (missing.length === 0 && !isInvisible) return null;
  return (
    <div className={styles.hints} role="status">
      {missing.length > 0 && (
        <p>
          {t("editor.missingCodes", {
            count: missing.length,
            list: format.list(missing.map((id) => `‹${id}›`)),
          })}
        </p>
      )}
      {isInvisible && <p>{t("editor.invisibleOnly")}</p>}
    </div>
  );
}

function Why({ draft }: { readonly draft: RowDraft }) {
  const t = useT("workbench");
  const { comment, reason } = draft.content;
  return (
    <div className={styles.why}>
      <NativeSelect
        size="sm"
        label={t("editor.reason")}
        value={reason ?? ""}
        onChange={(event) => draft.change({ reason: event.currentTarget.value || null })}
        data={[
          { value: "", label: t("editor.noReason") },
          ...CHANGE_REASONS.map((one) => ({ value: one, label: t(`reason.${one}`) })),
        ]}
      />
      <TextInput
        size="sm"
        label={t("editor.comment")}
        placeholder={t("editor.commentHint")}
        value={comment}
        maxLength={COMMENT_LIMIT}
        onChange={(event) => draft.change({ comment: event.currentTarget.value })}
      />
    </div>
  );
}
