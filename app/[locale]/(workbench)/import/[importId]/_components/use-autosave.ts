"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { updateImportAction } from "@/app/_actions/imports";
import type { SaveStatus } from "@/app/_ui/save-state";
import type { Bead } from "@/lib/core/alignment/bead";
import type { ImportSettings } from "@/lib/core/document/import-preview";
import { packBeads } from "@/lib/core/document/packed-beads";

export interface PreviewContent {
  readonly settings: ImportSettings;
  readonly beads: readonly Bead[];
}

/** Why something of the preview cannot be stored; `field` is a field of the settings. */
export interface PreviewProblem {
  readonly code: string;
  readonly field?: string;
}

/** Troubles of the server that pass: the same is sent again until it is stored. */
const PASSING = ["database-unreachable", "disk-full"];

const PAUSE_MS = 700;
const RETRY_MS = 4_000;

/**
 * Stores every change of the preview after a short pause, one after the other, each with the
 * version that it was made on. `flush` stores at once and gives the version, null if that failed.
 */
export function useAutosave(importId: string, firstVersion: number, content: PreviewContent) {
  const [status, setStatus] = useState<SaveStatus>("saved");
  const [problem, setProblem] = useState<PreviewProblem | null>(null);
  const latest = useRef(content);
  latest.current = content;
  const stored = useRef(content);
  /** What the server refused is not sent again until it changes. */
  const refused = useRef<PreviewContent>(null);
  const version = useRef(firstVersion);
  const running = useRef<Promise<boolean>>(null);

  /** One attempt at what is on the screen now; true if it is stored. */
  const attempt = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    setStatus("saving");
    const answer = await updateImportAction({
      importId,
      version: version.current,
      settings: sent.settings,
      rows: packBeads(sent.beads),
    }).catch(() => null);
    if (!answer) {
      setStatus("offline");
      return false;
    }
    if (!answer.ok) {
      const passes = PASSING.includes(answer.error.code);
      if (!passes) refused.current = sent;
      setStatus(passes ? "offline" : "failed");
      setProblem(answer.error);
      return false;
    }
    version.current = answer.value.version;
    stored.current = sent;
    setProblem(null);
    setStatus(latest.current === sent ? "saved" : "saving");
    return true;
  }, [importId]);

  const flush = useCallback(async (): Promise<number | null> => {
    while (running.current) await running.current;
    while (stored.current !== latest.current) {
      running.current = attempt().finally(() => {
        running.current = null;
      });
      if (!(await running.current)) return null;
    }
    return version.current;
  }, [attempt]);

  const isLost = problem?.code === "changed-meanwhile" || problem?.code === "not-found";
  const isDirty = content !== stored.current;
  useEffect(() => {
    if (!isDirty || isLost || refused.current === content) return;
    const timer = window.setTimeout(() => void flush(), status === "offline" ? RETRY_MS : PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [content, isDirty, isLost, status, flush]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (stored.current !== latest.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);

  return { status: isDirty && status === "saved" ? "saving" : status, problem, isLost, flush } as const;
}
