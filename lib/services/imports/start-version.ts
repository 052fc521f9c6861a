import type { AccessError } from "@/lib/core/access/permissions";
import type { ImportFindings, SideFindings } from "@/lib/core/document/import-preview";
import type { DocumentText } from "@/lib/core/document/paragraph";
import type { DocumentId, ImportId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { KNOWN_LIMIT, listKnownPairs } from "@/lib/db/alignment/known-pairs";
import { findDocument } from "@/lib/db/documents/read";
import type { VersionTranslation } from "@/lib/db/documents/version-state";
import { appendImport, endImport } from "@/lib/db/imports";
import {
  type ImportedBitext,
  type ImportHooks,
  type RunImportFault,
  runImport,
} from "@/lib/files/run-import-worker";
import type { ServiceContext } from "../context";
import { authorizeVersion } from "./authorize-version";
import { checkDraftSettings, type PreviewFault } from "./check-preview";
import type { ImportSide } from "./start-import";

export type StartVersionError =
  | { readonly code: AccessError | "nothing-given" }
  | RunImportFault
  | PreviewFault;

export interface NewVersion {
  readonly documentId: DocumentId;
  /** A new source; null leaves it as it is. */
  readonly source: ImportSide | null;
  /** A new machine translation of one translation; null leaves all as they are. */
  readonly target: { readonly translationId: TranslationId; readonly side: ImportSide } | null;
  /** Of the new machine translation; empty keeps the name of the one before. */
  readonly mtEngine: string;
}

const NOTHING: DocumentText = { paragraphs: [], codes: [] };

/**
 * Reads a new version of a document off the request path, aligns its machine translation with its
 * source, and stores it as an import that waits for a person. Nothing is stored when anything is
 * wrong with the texts, or when `hooks.signal` is aborted.
 */
export async function startVersion(
  ctx: ServiceContext,
  input: NewVersion,
  hooks: ImportHooks = {},
): Promise<Result<{ readonly importId: ImportId; readonly related: boolean }, StartVersionError>> {
  const granted = await authorizeVersion(ctx, input.documentId);
  if (!granted.ok) return granted;
  const { source, target, documentId } = input;
  const document = await findDocument(ctx.db.pool, documentId);
  const translation = granted.value.translations.find(({ id }) => id === target?.translationId);
  if (!document || (target && !translation)) return err({ code: "not-found" });
  if (!source && !target) return err({ code: "nothing-given" });
  const settings = settingsOf(document, translation, input.mtEngine);
  const typed = checkDraftSettings(settings);
  if (!typed.ok) return typed;
  const read = await runImport(
    {
      source: source ?? { kind: "document", text: document.source },
      target: target?.side ?? { kind: "document", text: NOTHING },
      known: await listKnownPairs(ctx.db.pool, granted.value.projectId, KNOWN_LIMIT),
      sourceLocale: document.sourceLocale,
      ...(translation && { targetLocale: translation.targetLocale }),
    },
    hooks,
  );
  if (!read.ok) return read;
  const findings = findingsOf(read.value, source !== null, target !== null);
  const importId = await appendImport(ctx.db.pool, {
    projectId: granted.value.projectId,
    userId: granted.value.userId,
    documentId,
    settings,
    source: read.value.source.text,
    target: read.value.target.text,
    findings,
    beads: read.value.beads,
    renewal: { source: source !== null, translationId: target?.translationId ?? null },
    at: ctx.now(),
  });
  if (hooks.signal?.aborted) {
    await endImport(ctx.db.pool, importId, { state: "discarded" }, ctx.now());
    return err({ code: "cancelled", params: {}, side: "both" });
  }
  return ok({ importId, related: findings.related });
}

const settingsOf = (
  document: NonNullable<Awaited<ReturnType<typeof findDocument>>>,
  translation: VersionTranslation | undefined,
  mtEngine: string,
) => ({
  title: document.title,
  sourceLocale: document.sourceLocale,
  targetLocale: translation?.targetLocale ?? "",
  mtEngine: mtEngine.trim() || translation?.mtEngine || "",
});

function findingsOf(
  { source, target, verdict }: ImportedBitext,
  hasSource: boolean,
  hasTarget: boolean,
): ImportFindings {
  const side = (
    { format, encoding, locale, warnings }: ImportedBitext["source"],
    isNew: boolean,
  ): SideFindings => ({
    format: isNew ? format : null,
    encoding,
    guess: locale,
    warnings,
  });
  return {
    related: !hasTarget || verdict.related,
    source: side(source, hasSource),
    target: side(target, hasTarget),
  };
}
