import type { Bead } from "@/lib/core/alignment/bead";
import type { ImportSettings } from "@/lib/core/document/import-preview";
import type { DocumentText } from "@/lib/core/document/paragraph";
import { slugOf } from "@/lib/core/document/slug";
import { PARAGRAPH_BREAK } from "@/lib/core/publication/snapshot";
import type { DocumentId, ParagraphId, ProjectId, TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "@/lib/db/client";
import { appendDocument, appendTranslation, type NewSegment } from "@/lib/db/documents/write";
import { appendEvent } from "@/lib/db/events";
import { textHash } from "../text-hash";

export interface NewBitext {
  readonly projectId: ProjectId;
  readonly settings: ImportSettings;
  readonly source: DocumentText;
  readonly target: DocumentText;
  /** Covers every paragraph of both sides once, in order. */
  readonly beads: readonly Bead[];
  /** Address of a new document; made from the title unless given. */
  readonly slug?: string;
  /** The document that gets a further language, with its paragraph ids; null for a new document. */
  readonly existing: {
    readonly documentId: DocumentId;
    readonly paragraphIds: readonly ParagraphId[];
  } | null;
}

/**
 * Stores a bitext as document, translation, segments and first revisions, with its event,
 * in the caller's transaction. The caller has checked rights and rows.
 * @throws unique violation (23505) if the document has a translation into this locale.
 */
export async function saveBitext(
  tx: Queryable,
  bitext: NewBitext,
  importedById: UserId,
  at: Date,
): Promise<{
  readonly documentId: DocumentId;
  readonly translationId: TranslationId;
  readonly slug: string | null;
}> {
  const { settings, source, target } = bitext;
  const document = bitext.existing
    ? { id: bitext.existing.documentId, slug: null, paragraphIds: bitext.existing.paragraphIds }
    : await appendDocument(tx, {
        projectId: bitext.projectId,
        slug: bitext.slug ?? slugOf(settings.title),
        title: settings.title,
        sourceLocale: settings.sourceLocale,
        codes: source.codes,
        paragraphs: source.paragraphs,
        at,
      });
  const translationId = await appendTranslation(tx, {
    documentId: document.id,
    targetLocale: settings.targetLocale,
    mtEngine: settings.mtEngine.trim() || null,
    codes: target.codes,
    importedById,
    segments: bitext.beads.map((bead) => toSegment(bead, document.paragraphIds, target)),
    at,
  });
  await appendEvent(
    tx,
    { kind: "user", userId: importedById, isAdmin: false },
    {
      type: "translation.imported",
      projectId: bitext.projectId,
      subjectType: "translation",
      subjectId: translationId,
      payload: {
        documentId: document.id,
        targetLocale: settings.targetLocale,
        segments: bitext.beads.length,
      },
      at,
    },
  );
  return { documentId: document.id, translationId, slug: document.slug };
}

function toSegment(bead: Bead, paragraphIds: readonly ParagraphId[], target: DocumentText): NewSegment {
  const targets = target.paragraphs.slice(bead.targetFrom, bead.targetTo);
  const targetText = targets.map((paragraph) => paragraph.text).join(PARAGRAPH_BREAK);
  return {
    sourceIds: paragraphIds.slice(bead.sourceFrom, bead.sourceTo),
    targets,
    targetText,
    textHash: textHash(targetText),
    confidence: bead.confidence,
  };
}
