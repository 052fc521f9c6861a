/** Reading and aligning two texts: the work that `import-worker.mjs` does off the request path. */
import { alignParagraphs } from "@/lib/core/alignment/align";
import type { Bead } from "@/lib/core/alignment/bead";
import { type KnownPair, knownBetween } from "@/lib/core/alignment/known-pairs";
import { findMoved } from "@/lib/core/alignment/moved";
import { judgeBitext } from "@/lib/core/alignment/verdict";
import type { MovedParagraph } from "@/lib/core/document/counterpart-row";
import type { DocumentText } from "@/lib/core/document/paragraph";
import type { LanguageGuess } from "@/lib/core/interchange/check-languages";
import { plainTexts } from "@/lib/core/interchange/plain-texts";
import { err, ok, type Result } from "@/lib/core/shared/result";
import type { ImportFault } from "./import-fault";
import { guessLanguage } from "./language";
import { type ReadDocument, readDocument } from "./read-document";
import { readPasted } from "./read-pasted";

/** One side: a file, a pasted text, or a text that was read before and is taken as it is. */
export type ImportSideInput =
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "pasted"; readonly text: string }
  | { readonly kind: "document"; readonly text: DocumentText };

export interface ImportInput {
  readonly source: ImportSideInput;
  readonly target: ImportSideInput;
  /** BCP 47; without it the guessed language is used. */
  readonly sourceLocale?: string;
  readonly targetLocale?: string;
  /** What the project knows already, in any languages; the aligner learns from those of this pair. */
  readonly known?: readonly KnownPair[];
}

export interface ImportProgress {
  readonly stage: "reading" | "detecting" | "aligning";
  /** Sides in the first two stages, paragraphs of both sides in the last. */
  readonly done: number;
  readonly total: number;
}

export type ImportedSide = ReadDocument & { readonly locale: LanguageGuess | null };

export interface ImportedBitext {
  readonly source: ImportedSide;
  readonly target: ImportedSide;
  readonly beads: readonly Bead[];
  readonly verdict: { readonly related: boolean; readonly linkedShare: number };
  /** Paragraphs whose translation seems to stand elsewhere; none in files that do not belong together. */
  readonly moved: readonly MovedParagraph[];
}

export type RunImportFault = ImportFault & { readonly side: "source" | "target" | "both" };

/**
 * Reads both sides, guesses their languages and aligns them. Takes as long as it takes and blocks
 * the thread: use `runImport`. Markers of inline codes are hidden from the aligner.
 */
export async function importBitext(
  input: ImportInput,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<ImportedBitext, RunImportFault>> {
  onProgress({ stage: "reading", done: 0, total: 2 });
  const source = await readSide(input.source);
  if (!source.ok) return err({ ...source.error, side: "source" });
  onProgress({ stage: "reading", done: 1, total: 2 });
  const target = await readSide(input.target);
  if (!target.ok) return err({ ...target.error, side: "target" });

  const [sourceTexts, targetTexts] = [plainTexts(source.value.text), plainTexts(target.value.text)];
  onProgress({ stage: "detecting", done: 0, total: 2 });
  const sourceGuess = await guessLanguage(sourceTexts.join("\n"));
  onProgress({ stage: "detecting", done: 1, total: 2 });
  const targetGuess = await guessLanguage(targetTexts.join("\n"));

  const sourceLocale = input.sourceLocale ?? sourceGuess?.locale;
  const targetLocale = input.targetLocale ?? targetGuess?.locale;
  const total = sourceTexts.length + targetTexts.length;
  onProgress({ stage: "aligning", done: 0, total });
  const locales = { ...(sourceLocale && { sourceLocale }), ...(targetLocale && { targetLocale }) };
  const beads = alignParagraphs(sourceTexts, targetTexts, {
    ...locales,
    known: knownBetween(input.known ?? [], sourceLocale, targetLocale),
    onProgress: (done) => onProgress({ stage: "aligning", done, total }),
  });
  const verdict = judgeBitext(sourceTexts, targetTexts, beads);
  const moved = verdict.related ? findMoved(sourceTexts, targetTexts, beads, locales) : [];
  return ok({
    source: { ...source.value, locale: sourceGuess },
    target: { ...target.value, locale: targetGuess },
    beads,
    verdict,
    moved: moved.map((pair) => ({ source: pair.source, target: pair.target })),
  });
}

async function readSide(side: ImportSideInput): Promise<Result<ReadDocument, ImportFault>> {
  if (side.kind === "file") return readDocument(side);
  if (side.kind === "pasted") return readPasted(side.text);
  return ok({ text: side.text, format: "text", encoding: null, title: null, warnings: [] });
}
