"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { discardImportAction, saveImportAction } from "@/app/_actions/imports";
import { ImportRows } from "@/app/_features/import-rows/import-rows";
import { useRows } from "@/app/_features/import-rows/use-rows";
import { FormError } from "@/app/_ui/form-error";
import { PageHeader } from "@/app/_ui/page-header";
import type { ImportFindings, ImportSettings } from "@/lib/core/document/import-preview";
import { unpackBeads } from "@/lib/core/document/packed-beads";
import type { DocumentText } from "@/lib/core/document/paragraph";
import { useFormat, useT } from "@/lib/i18n/client";
import { LostNotice } from "./lost-notice";
import { PreviewBar } from "./preview-bar";
import { PreviewWarnings } from "./preview-warnings";
import { problemText } from "./problem-text";
import { SettingsFields } from "./settings-fields";
import { type PreviewProblem, useAutosave } from "./use-autosave";

/** An import before it is saved: what it is called, what looks wrong, and its rows to be put right. */
export function ImportPreview({
  importId,
  isFurtherLanguage,
  settings: firstSettings,
  source,
  target,
  findings,
  packedRows,
  version,
}: {
  readonly importId: string;
  readonly isFurtherLanguage: boolean;
  readonly settings: ImportSettings;
  readonly source: DocumentText;
  readonly target: DocumentText;
  readonly findings: ImportFindings | null;
  /** As `packBeads` writes them. */
  readonly packedRows: string;
  readonly version: number;
}) {
  const t = useT("import");
  const format = useFormat();
  const router = useRouter();
  const firstBeads = useMemo(() => {
    const beads = unpackBeads(packedRows);
    return beads.ok ? beads.value : [];
  }, [packedRows]);
  const rows = useRows(firstBeads);
  const [settings, setSettings] = useState(firstSettings);
  const { beads } = rows.state;
  const content = useMemo(() => ({ settings, beads }), [settings, beads]);
  const saving = useAutosave(importId, version, content);
  const [refusal, setRefusal] = useState<PreviewProblem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const problem = refusal ?? saving.problem;

  const save = async () => {
    setIsBusy(true);
    setRefusal(null);
    const stored = await saving.flush();
    const answer =
      stored === null
        ? null
        : await saveImportAction({ importId, version: stored }).catch(
            () => ({ ok: false, error: { code: "offline" } }) as const,
          );
    if (answer?.ok) return router.push(`/${format.locale}/review/${answer.value.translationId}`);
    setIsBusy(false);
    if (answer) setRefusal(answer.error);
  };
  const discard = async () => {
    const answer = await discardImportAction({ importId }).catch(
      () => ({ ok: false, error: { code: "offline" } }) as const,
    );
    if (answer.ok) router.push(`/${format.locale}/import`);
    else setRefusal(answer.error);
  };
  const isLost = saving.isLost || refusal?.code === "changed-meanwhile" || refusal?.code === "not-found";
  return (
    <>
      <PageHeader
        title={t("preview.title")}
        above={
          <Link href={`/${format.locale}/import`} prefetch={false}>
            {t("preview.back")}
          </Link>
        }
      />
      <SettingsFields
        settings={settings}
        findings={findings}
        isFurtherLanguage={isFurtherLanguage}
        problem={problem}
        onChange={(changed) => {
          setRefusal(null);
          setSettings(changed);
        }}
      />
      {findings && <PreviewWarnings findings={findings} settings={settings} />}
      {isLost && <LostNotice />}
      {problem && !isLost && !problem.field && (
        <FormError title={t("problem.saveTitle")}>{problemText(t, problem)}</FormError>
      )}
      <PreviewBar
        rows={rows}
        status={saving.status}
        isBusy={isBusy}
        isFurtherLanguage={isFurtherLanguage}
        onSave={() => void save()}
        onDiscard={() => void discard()}
      />
      <ImportRows
        rows={rows}
        moved={findings?.moved ?? []}
        texts={{
          source,
          target,
          sourceLocale: settings.sourceLocale || "und",
          targetLocale: settings.targetLocale || "und",
        }}
      />
    </>
  );
}
