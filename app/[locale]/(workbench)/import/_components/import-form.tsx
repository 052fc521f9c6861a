"use client";

import { Autocomplete, Button, Select, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { announce } from "@/app/_ui/live-region";
import { useFormat, useT } from "@/lib/i18n/client";
import { ExistingSource } from "./existing-source";
import { FaultSummary } from "./fault-summary";
import { faultText } from "./fault-text";
import styles from "./import-form.module.css";
import { EMPTY_SIDE, SideField } from "./side-field";
import type { ImportFaultSeen, Side } from "./upload-import";
import { UploadProgress } from "./upload-progress";
import { type ImportDraft, useImport } from "./use-import";

export interface ImportTarget {
  readonly documentId: string;
  readonly projectId: string;
  readonly title: string;
  readonly sourceLocale: string;
  readonly paragraphs: number;
  readonly targetLocales: readonly string[];
}

/** Two texts and what is known of them. Whatever goes wrong, everything that was typed stays. */
export function ImportForm({
  projects,
  documents,
  engines,
  documentId,
}: {
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly documents: readonly ImportTarget[];
  readonly engines: readonly string[];
  readonly documentId: string | null;
}) {
  const t = useT("import");
  const format = useFormat();
  const router = useRouter();
  const [draft, setDraft] = useState<ImportDraft>({
    projectId: projects[0]?.id ?? "",
    documentId,
    title: "",
    mtEngine: "",
    source: EMPTY_SIDE,
    target: EMPTY_SIDE,
  });
  const [fault, setFault] = useState<ImportFaultSeen | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { progress, start, cancel } = useImport((outcome) => {
    if ("importId" in outcome) {
      announce(t("progress.done"));
      router.push(`/${format.locale}/import/${outcome.importId}`);
      return;
    }
    setFault(outcome.error.code === "cancelled" ? null : outcome.error);
    if (outcome.error.code === "cancelled") announce(t("cancelled"));
  });
  useEffect(() => {
    if (fault) form.current?.querySelector<HTMLElement>("[aria-invalid=true],[data-fault]")?.focus();
  }, [fault]);

  const existing = documents.find((document) => document.documentId === draft.documentId) ?? null;
  const change = (part: Partial<ImportDraft>) => setDraft((before) => ({ ...before, ...part }));
  const errorOf = (side: Side) =>
    fault?.side === side ? faultText(t, format, fault, draft[side].file === null) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    const target = draft.target.locale;
    if (existing && target && existing.targetLocales.includes(target)) {
      return setFault({ code: "locale-exists", side: "target", params: { language: target } });
    }
    void start({ ...draft, projectId: existing?.projectId ?? draft.projectId });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <fieldset className={styles.fields} disabled={progress !== null}>
        <Destination projects={projects} documents={documents} draft={draft} change={change} />
        <div className={styles.sides}>
          {existing ? (
            <ExistingSource document={existing} />
          ) : (
            <SideField
              side="source"
              draft={draft.source}
              onChange={(source) => change({ source })}
              error={errorOf("source")}
            />
          )}
          <SideField
            side="target"
            draft={draft.target}
            onChange={(target) => change({ target })}
            error={errorOf("target")}
          />
        </div>
        <div className={styles.row}>
          {!existing && (
            <TextInput
              label={t("field.title")}
              description={t("field.titleHint")}
              inputWrapperOrder={["label", "input", "description"]}
              value={draft.title}
              onChange={(event) => change({ title: event.currentTarget.value })}
              maxLength={300}
              dir="auto"
            />
          )}
          <Autocomplete
            label={t("field.engine")}
            description={t("field.engineHint")}
            inputWrapperOrder={["label", "input", "description"]}
            data={[...engines]}
            value={draft.mtEngine}
            onChange={(mtEngine) => change({ mtEngine })}
            maxLength={100}
          />
        </div>
      </fieldset>
      {fault && (fault.side ?? "both") === "both" && <FaultSummary fault={fault} />}
      {progress ? (
        <UploadProgress progress={progress} onCancel={cancel} />
      ) : (
        <Button type="submit" size="md" className={styles.submit ?? ""}>
          {t("start")}
        </Button>
      )}
    </form>
  );
}

/** Where it goes: only asked where there is a choice. */
function Destination({
  projects,
  documents,
  draft,
  change,
}: Pick<Parameters<typeof ImportForm>[0], "projects" | "documents"> & {
  readonly draft: ImportDraft;
  readonly change: (part: Partial<ImportDraft>) => void;
}) {
  const t = useT("import");
  return (
    <div className={styles.row}>
      {documents.length > 0 && (
        <Select
          label={t("field.document")}
          data={[
            { value: "", label: t("field.newDocument") },
            ...documents.map(({ documentId, title }) => ({
              value: documentId,
              label: t("field.languageOf", { title }),
            })),
          ]}
          value={draft.documentId ?? ""}
          onChange={(value) => change({ documentId: value || null })}
          allowDeselect={false}
          searchable
        />
      )}
      {projects.length > 1 && draft.documentId === null && (
        <Select
          label={t("field.project")}
          data={projects.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.projectId}
          onChange={(value) => value && change({ projectId: value })}
          allowDeselect={false}
        />
      )}
    </div>
  );
}
