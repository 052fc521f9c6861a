"use client";

import { Button, FileButton, Text, Textarea } from "@mantine/core";
import { IconFileText, IconUpload, IconX } from "@tabler/icons-react";
import { type DragEvent, useId, useState } from "react";
import { LocaleField } from "@/app/_features/locale-field/locale-field";
import { FieldError } from "@/app/_ui/form-error";
import { IMPORT_LIMITS } from "@/lib/files/limits";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./import-form.module.css";
import type { Side } from "./upload-import";

export interface SideDraft {
  readonly text: string;
  readonly file: File | null;
  /** Null: recognise it. */
  readonly locale: string | null;
}

export const EMPTY_SIDE: SideDraft = { text: "", file: null, locale: null };

const ACCEPT = ".txt,.text,.md,.markdown,.html,.htm,.docx,text/plain,text/markdown,text/html";

/** One side of the import: a text pasted, or a file chosen or dropped. A pasted text stays under the file. */
export function SideField({
  side,
  draft,
  onChange,
  error,
}: {
  readonly side: Side;
  readonly draft: SideDraft;
  readonly onChange: (draft: SideDraft) => void;
  readonly error: string | null;
}) {
  const t = useT("import");
  const format = useFormat();
  const id = useId();
  const drop = useFileDrop((file) => onChange({ ...draft, file }));
  const described = error ? `${id}-limits ${id}-error` : `${id}-limits`;
  return (
    <fieldset className={styles.side} data-dropping={drop.isOver || undefined} {...drop.handlers}>
      <legend className={styles.legend}>{t(`side.${side}`)}</legend>
      {draft.file ? (
        <ChosenFile
          file={draft.file}
          describedBy={described}
          onRemove={() => onChange({ ...draft, file: null })}
        />
      ) : (
        <Textarea
          label={t("side.paste")}
          description={`${t("side.pasteHint")} ${t("side.dropHint")}`}
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
          aria-describedby={described}
          error={error !== null}
          lang={draft.locale ?? undefined}
          dir="auto"
          spellCheck={false}
          rows={12}
          resize="vertical"
          classNames={{ input: styles.paste ?? "" }}
        />
      )}
      <div className={styles.choose}>
        <FileButton accept={ACCEPT} onChange={(file) => file && onChange({ ...draft, file })}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
              {t("side.choose")}
            </Button>
          )}
        </FileButton>
        <Text id={`${id}-limits`} className={styles.limits}>
          {t("side.limits", {
            file: format.bytes(IMPORT_LIMITS.fileBytes),
            markup: format.bytes(IMPORT_LIMITS.markupBytes),
            paragraphs: format.number(IMPORT_LIMITS.paragraphs),
          })}
        </Text>
      </div>
      {error && (
        <FieldError id={`${id}-error`}>
          <strong>{t(`side.${side}`)}:</strong> {error}
        </FieldError>
      )}
      <LocaleField
        label={t("field.locale")}
        value={draft.locale}
        onChange={(locale) => onChange({ ...draft, locale })}
        offersGuess
      />
      {drop.isOver && (
        <p className={styles.drop} aria-hidden>
          {t("side.drop")}
        </p>
      )}
    </fieldset>
  );
}

function ChosenFile({
  file,
  describedBy,
  onRemove,
}: {
  readonly file: File;
  readonly describedBy: string;
  readonly onRemove: () => void;
}) {
  const t = useT("import");
  const format = useFormat();
  return (
    <div className={styles.file} aria-describedby={describedBy}>
      <IconFileText size={28} stroke={1.5} aria-hidden />
      <p>
        <bdi>{file.name}</bdi>
        <span>{format.bytes(file.size)}</span>
      </p>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t("side.remove", { name: file.name })}
        onClick={onRemove}
      >
        <IconX size={18} aria-hidden />
      </Button>
    </div>
  );
}

/** Files dragged over the field. Leaving a child is not leaving the field, hence the count. */
function useFileDrop(onFile: (file: File) => void) {
  const [depth, setDepth] = useState(0);
  const carriesFile = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    isOver: depth > 0,
    handlers: {
      onDragEnter: (event: DragEvent) => carriesFile(event) && setDepth((now) => now + 1),
      onDragLeave: (event: DragEvent) => carriesFile(event) && setDepth((now) => Math.max(0, now - 1)),
      onDragOver: (event: DragEvent) => carriesFile(event) && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        setDepth(0);
        const file = event.dataTransfer.files[0];
        if (!file) return;
        event.preventDefault();
        onFile(file);
      },
    },
  };
}
