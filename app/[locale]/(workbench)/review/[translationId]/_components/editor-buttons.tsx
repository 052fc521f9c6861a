"use client";

import { Button, Checkbox } from "@mantine/core";
import { usePlatform } from "@/app/_features/keyboard/settings";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { setPlainEditor, usePlainEditor } from "@/app/_features/target-editor/editor-mode";
import { useT } from "@/lib/i18n/client";
import styles from "./open-row.module.css";
import { DISCARD_KEYS, type EditorActions } from "./use-editor-commands";
import { useWorkbench } from "./workbench-context";

/** What can be done with the words in the editor. */
export function EditorButtons({
  actions,
  isRevision,
  isBusy,
  isChanged,
  canUndo,
}: {
  readonly actions: EditorActions;
  readonly isRevision: boolean;
  readonly isBusy: boolean;
  readonly isChanged: boolean;
  readonly canUndo: boolean;
}) {
  const t = useT("workbench");
  const platform = usePlatform();
  const { close } = useWorkbench();
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        <Button
          loading={isBusy}
          disabled={!isChanged}
          rightSection={<KeyHint keys="Mod+Enter" />}
          onClick={() => actions.propose(false)}
        >
          {t(isRevision ? "editor.revise" : "editor.propose")}
        </Button>
        <Button
          variant="light"
          disabled={!isChanged || isBusy}
          rightSection={<KeyHint keys="Mod+Shift+Enter" />}
          onClick={() => actions.propose(true)}
        >
          {t(isRevision ? "editor.reviseNext" : "editor.proposeNext")}
        </Button>
        {isRevision && (
          <Button variant="default" disabled={isBusy} onClick={actions.withdraw}>
            {t("editor.withdraw")}
          </Button>
        )}
        {!isChanged && <span className={styles.soft}>{t("editor.unchanged")}</span>}
      </div>
      <div className={styles.buttons}>
        <Small label={t("editor.copySource")} keys="Alt+C" onClick={actions.copySource} />
        <Small label={t("editor.backToMachine")} keys="Alt+M" onClick={actions.backToMachine} />
        {canUndo ? (
          <Small label={t("draft.undo")} keys="U" onClick={actions.undoDiscard} />
        ) : (
          isChanged && (
            <Small
              label={t("editor.discard")}
              keys={DISCARD_KEYS[platform]}
              onClick={() => void actions.discard()}
            />
          )
        )}
        <Small label={t("editor.closeEditor")} keys="Escape" onClick={close} />
        <PlainSwitch />
      </div>
    </div>
  );
}

/** The plain field of the system, for screen readers. */
function PlainSwitch() {
  const t = useT("workbench");
  const isPlain = usePlainEditor();
  return (
    <Checkbox
      size="xs"
      ms="xs"
      label={t("editor.plain")}
      title={t("editor.plainHint")}
      checked={isPlain}
      onChange={(event) => setPlainEditor(event.currentTarget.checked)}
    />
  );
}

function Small({
  label,
  keys,
  onClick,
}: {
  readonly label: string;
  readonly keys: string;
  readonly onClick: () => void;
}) {
  return (
    <Button size="xs" variant="subtle" rightSection={<KeyHint keys={keys} />} onClick={onClick}>
      {label}
    </Button>
  );
}
