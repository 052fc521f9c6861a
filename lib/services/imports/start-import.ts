import type { AccessError } from "@/lib/core/access/permissions";
import type { ImportFindings, ImportSettings, SideFindings } from "@/lib/core/document/import-preview";
import type { DocumentId, ImportId, ProjectId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { KNOWN_LIMIT, listKnownPairs } from "@/lib/db/alignment/known-pairs";
import { findDocument } from "@/lib/db/documents/read";
import { appendImport, endImport } from "@/lib/db/imports";
import {
  type ImportedBitext,
  type ImportHooks,
  type ImportInput,
  type RunImportFault,
  runImport,
} from "@/lib/files/run-import-worker";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { checkDraftSettings, type PreviewFault } from "./check-preview";

export type StartImportError = { readonly code: AccessError } | RunImportFault | PreviewFault;

/** What a side of the import is: a file, a pasted text, or the source of a document that is there already. */
export type ImportSide = ImportInput["source"];

export interface NewImport {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId | null;
  readonly source: ImportSide | null;
  readonly target: ImportSide;
  readonly title: string;
  readonly mtEngine: string;
  /** BCP 47; null takes the guess. */
  readonly sourceLocale: string | null;
  readonly targetLocale: string | null;
}

type ExistingDocument = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

/**
 * Reads and aligns two texts off the request path and stores the result as a preview that
 * waits for a person. Nothing is stored when anything is wrong with the texts, or when
 * `hooks.signal` is aborted. With `documentId` the target becomes a further language of that
 * document, whose source paragraphs are taken as they are.
 */
export async function startImport(
  ctx: ServiceContext,
  input: NewImport,
  hooks: ImportHooks = {},
): Promise<Result<{ readonly importId: ImportId; readonly related: boolean }, StartImportError>> {
  const granted = await authorize(ctx, { kind: "project", id: input.projectId }, "document.import");
  if (!granted.ok) return granted;
  const document = input.documentId ? await findDocument(ctx.db.pool, input.documentId) : null;
  if (input.documentId && document?.projectId !== input.projectId) return err({ code: "not-found" });
  const typed = checkDraftSettings({
    title: input.title,
    mtEngine: input.mtEngine,
    sourceLocale: input.sourceLocale ?? "",
    targetLocale: input.targetLocale ?? "",
  });
  if (!typed.ok) return typed;

  const known = await listKnownPairs(ctx.db.pool, input.projectId, KNOWN_LIMIT);
  const read = await readSides(input, document, known, hooks);
  if (!read.ok) return read;
  const importId = await appendImport(ctx.db.pool, {
    projectId: input.projectId,
    userId: granted.value.userId,
    documentId: input.documentId,
    settings: settingsOf(input, document, read.value),
    source: read.value.source.text,
    target: read.value.target.text,
    findings: findingsOf(read.value, document !== null),
    beads: read.value.beads,
    at: ctx.now(),
  });
  if (hooks.signal?.aborted) {
    await endImport(ctx.db.pool, importId, { state: "discarded" }, ctx.now());
    return err({ code: "cancelled", params: {}, side: "both" });
  }
  return ok({ importId, related: read.value.verdict.related });
}

async function readSides(
  input: NewImport,
  document: ExistingDocument | null,
  known: ImportInput["known"] & object,
  hooks: ImportHooks,
): Promise<Result<ImportedBitext, RunImportFault>> {
  const source = document ? ({ kind: "document", text: document.source } as const) : input.source;
  if (!source) return err({ code: "empty", params: {}, side: "source" });
  const sourceLocale = document?.sourceLocale ?? input.sourceLocale;
  return runImport(
    {
      source,
      target: input.target,
      known,
      ...(sourceLocale && { sourceLocale }),
      ...(input.targetLocale && { targetLocale: input.targetLocale }),
    },
    hooks,
  );
}

function settingsOf(
  input: NewImport,
  document: ExistingDocument | null,
  { source, target }: ImportedBitext,
): ImportSettings {
  const found = source.title?.trim() || source.text.paragraphs[0]?.text;
  return {
    title: document?.title ?? (input.title.trim() || firstWords(found)),
    sourceLocale: document?.sourceLocale ?? input.sourceLocale ?? source.locale?.locale ?? "",
    targetLocale: input.targetLocale ?? target.locale?.locale ?? "",
    mtEngine: input.mtEngine,
  };
}

function findingsOf(
  { source, target, verdict, moved }: ImportedBitext,
  wasThereBefore: boolean,
): ImportFindings {
  const side = ({ format, encoding, locale, warnings }: ImportedBitext["source"]): SideFindings => ({
    format,
    encoding,
    guess: locale,
    warnings,
  });
  return {
    related: verdict.related,
    source: { ...side(source), ...(wasThereBefore && { format: null }) },
    target: side(target),
    moved,
  };
}

const TITLE_LENGTH = 120;

/**
 * A title from what the file calls itself or from the first paragraph: at most 120 UTF-16
 * units, cut at a word, and between two characters where a script has no spaces.
 */
function firstWords(text = ""): string {
  const plain = text.replace(/<\/?\d+\/?>/g, "").trim();
  if (plain.length <= TITLE_LENGTH) return plain;
  const space = plain.lastIndexOf(" ", TITLE_LENGTH - 1);
  const end = space >= TITLE_LENGTH / 2 ? space : TITLE_LENGTH;
  return `${plain.slice(0, end).replace(/\p{Surrogate}$/u, "")} …`;
}
