"use client";

import { Button, FileButton, Text, Textarea } from "@mantine/core";
import { IconAlertTriangle, IconFileText, IconUpload, IconX } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { LocaleField } from "@/app/_features/locale-field/locale-field";
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
  locale,
}: {
  readonly side: Side;
  /** Where the language is known and not to be asked for. */
  readonly locale?: string;
  readonly draft: SideDraft;
  readonly onChange: (draft: SideDraft) => void;
  readonly error: string | null;
}) {
  const t = useT("import");
  const format = useFormat();
  const drop = useFileDrop((file) => onChange({ ...draft, file }));
  return (
    <fieldset className={styles.side} data-dropping={drop.isOver || undefined} {...drop.handlers}>
      <legend className={styles.legend}>{t(`side.${side}`)}</legend>
      {draft.file ? (
        <>
          <ChosenFile file={draft.file} onRemove={() => onChange({ ...draft, file: null })} />
          {error && (
            <div data-fault tabIndex={-1} className={styles.fileError}>
              <SideError side={side} error={error} />
            </div>
          )}
        </>
      ) : (
        <Textarea
          label={t("side.paste")}
          description={`${t("side.pasteHint")} ${t("side.dropHint")}`}
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
          error={error && <SideError side={side} error={error} />}
          inputWrapperOrder={["label", "description", "input", "error"]}
          lang={locale ?? draft.locale ?? undefined}
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
        <Text className={styles.limits}>
          {t("side.limits", {
            file: format.bytes(IMPORT_LIMITS.fileBytes),
            markup: format.bytes(IMPORT_LIMITS.markupBytes),
            paragraphs: format.number(IMPORT_LIMITS.paragraphs),
          })}
        </Text>
      </div>
      {!locale && (
        <LocaleField
          label={t("field.locale")}
          value={draft.locale}
          onChange={(chosen) => onChange({ ...draft, locale: chosen })}
          offersGuess
        />
      )}
      {drop.isOver && (
        <p className={styles.drop} aria-hidden>
          {t("side.drop")}
        </p>
      )}
    </fieldset>
  );
}

/** Names the side, because whoever hears it does not see where it stands. */
function SideError({ side, error }: { readonly side: Side; readonly error: string }) {
  const t = useT("import");
  return (
    <span className={styles.sideError}>
      <IconAlertTriangle size={16} stroke={2} aria-hidden />
      <span>
        <strong>{t(`side.${side}`)}:</strong> {error}
      </span>
    </span>
  );
}

function ChosenFile({ file, onRemove }: { readonly file: File; readonly onRemove: () => void }) {
  const t = useT("import");
  const format = useFormat();
  return (
    <div className={styles.file}>
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
