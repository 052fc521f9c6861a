"use client";

import { useRef, useState } from "react";
import { IMPORT_LIMITS } from "@/lib/files/limits";
import type { SideDraft } from "./side-field";
import {
  type ImportFaultSeen,
  type Side,
  type UploadOutcome,
  type UploadProgress,
  uploadImport,
} from "./upload-import";

export interface ImportDraft {
  readonly projectId: string;
  /** The document that gets a further language; null for a new one. */
  readonly documentId: string | null;
  readonly title: string;
  readonly mtEngine: string;
  readonly source: SideDraft;
  readonly target: SideDraft;
}

/** Runs one import at a time; `finish` gets the outcome, also that of a cancelled one. */
export function useImport(finish: (outcome: UploadOutcome) => void) {
  const { progress, send, cancel } = useUpload("/api/imports", finish);
  const start = async (draft: ImportDraft) => {
    const fault = faultBeforeSending(draft);
    return fault ? finish({ error: fault }) : send(formOf(draft));
  };
  return { progress, start, cancel };
}

/** Sends one form at a time and follows its progress. */
export function useUpload(
  address: Parameters<typeof uploadImport>[0],
  finish: (outcome: UploadOutcome) => void,
) {
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  const running = useRef<AbortController>(null);
  const send = async (form: FormData) => {
    const controller = new AbortController();
    running.current = controller;
    setProgress({ stage: "uploading", done: 0, total: 1 });
    const outcome = await uploadImport(address, form, setProgress, controller.signal);
    setProgress(null);
    finish(outcome);
  };
  return { progress, send, cancel: () => running.current?.abort() };
}

/** What need not be sent to be known. The server looks again. */
function faultBeforeSending({ documentId, source, target }: ImportDraft): ImportFaultSeen | null {
  const sides = [
    ["source", source],
    ["target", target],
  ] as const;
  for (const [side, draft] of sides) {
    if (side === "source" && documentId) continue;
    const fault = isEmptySide(draft) ? ({ code: "empty", side } as const) : sizeFault(side, draft);
    if (fault) return fault;
  }
  return null;
}

export const isEmptySide = ({ file, text }: SideDraft): boolean =>
  file ? file.size === 0 : text.trim() === "";

/** A side that is larger than the server reads. */
export function sizeFault(side: Side, { file, text }: SideDraft): ImportFaultSeen | null {
  const [limit, found] = file
    ? [IMPORT_LIMITS.fileBytes, file.size]
    : [IMPORT_LIMITS.pastedLength, text.length];
  return found > limit ? { code: "too-large", side, params: { limit, found } } : null;
}

function formOf(draft: ImportDraft): FormData {
  const form = new FormData();
  const { source, target } = draft;
  form.set("projectId", draft.projectId);
  form.set("documentId", draft.documentId ?? "");
  form.set("title", draft.title);
  form.set("mtEngine", draft.mtEngine);
  form.set("sourceLocale", source.locale ?? "guess");
  form.set("targetLocale", target.locale ?? "guess");
  if (!draft.documentId) form.set("source", source.file ?? source.text);
  form.set("target", target.file ?? target.text);
  return form;
}
