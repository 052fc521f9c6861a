/** A read and aligned pair of texts before it is saved, and the ways to put its rows right. */
import type { Bead } from "../alignment/bead";
import type { LanguageGuess } from "../interchange/check-languages";
import type { TranslationId } from "../shared/ids";
import { err, ok, type Result } from "../shared/result";
import type { MovedParagraph } from "./counterpart-row";
import type { DocumentText } from "./paragraph";

/** Rows below this are marked for a look. The aligner's confidence is calibrated: at .9, 98 of 100 rows are right. */
export const LOW_CONFIDENCE = 0.9;

export interface ImportSettings {
  readonly title: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  readonly mtEngine: string;
}

/** An import that brings a new version of a document: of its source, of one machine translation, or of both. */
export interface ImportRenewal {
  readonly source: boolean;
  /** The translation whose machine text is new. */
  readonly translationId: TranslationId | null;
}

export interface ImportPreview {
  readonly settings: ImportSettings;
  readonly source: DocumentText;
  readonly target: DocumentText;
  readonly beads: readonly Bead[];
  /** Raised by every save; an older one is refused. */
  readonly version: number;
}

/** What was noticed while one side was read. */
export interface SideFindings {
  /** "text", "markdown", "html" or "docx"; null for the source of a document that was there before. */
  readonly format: string | null;
  /** Lower-case WHATWG name; null where the format settles it. */
  readonly encoding: string | null;
  /** The language that the text seems to be in; null if it is too short to tell. */
  readonly guess: LanguageGuess | null;
  /** What was left out or changed on the way in, by code. */
  readonly warnings: readonly {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}

/** What was noticed while the texts were read and aligned; it stays as it was whatever the person changes. */
export interface ImportFindings {
  /** False: this does not look like a translation of that. */
  readonly related: boolean;
  readonly source: SideFindings;
  readonly target: SideFindings;
  /** Paragraphs whose translation seems to stand elsewhere; imports from before they were looked for have none. */
  readonly moved?: readonly MovedParagraph[];
}

/** The same bead, made by a person. */
const byHand = (bead: Omit<Bead, "confidence">): Bead => ({ ...bead, confidence: 1 });

export type RowFault = "no-such-row" | "nothing-to-join" | "nothing-to-split";

/** Joins row `index` with the next one. */
export function joinRows(beads: readonly Bead[], index: number): Result<readonly Bead[], RowFault> {
  const [first, second] = [beads[index], beads[index + 1]];
  if (!first) return err("no-such-row");
  if (!second) return err("nothing-to-join");
  const joined = byHand({
    sourceFrom: first.sourceFrom,
    sourceTo: second.sourceTo,
    targetFrom: first.targetFrom,
    targetTo: second.targetTo,
  });
  return ok(beads.toSpliced(index, 2, joined));
}

/**
 * Splits row `index` after its first `sources` source and `targets` target paragraphs.
 * Neither half may be empty on both sides.
 */
export function splitRow(
  beads: readonly Bead[],
  index: number,
  sources: number,
  targets: number,
): Result<readonly Bead[], RowFault> {
  const bead = beads[index];
  if (!bead) return err("no-such-row");
  const [sourceCut, targetCut] = [bead.sourceFrom + sources, bead.targetFrom + targets];
  const inside = sources >= 0 && targets >= 0 && sourceCut <= bead.sourceTo && targetCut <= bead.targetTo;
  const headEmpty = sources === 0 && targets === 0;
  const tailEmpty = sourceCut === bead.sourceTo && targetCut === bead.targetTo;
  if (!inside || headEmpty || tailEmpty) return err("nothing-to-split");
  return ok(
    beads.toSpliced(
      index,
      1,
      byHand({ ...bead, sourceTo: sourceCut, targetTo: targetCut }),
      byHand({ ...bead, sourceFrom: sourceCut, targetFrom: targetCut }),
    ),
  );
}

/** Takes the two sides of row `index` apart: its source and its target each stand without counterpart. */
export function unlinkRow(beads: readonly Bead[], index: number): Result<readonly Bead[], RowFault> {
  const bead = beads[index];
  if (!bead) return err("no-such-row");
  return splitRow(beads, index, bead.sourceTo - bead.sourceFrom, 0);
}

/** A person looked at row `index` and says that it is right. */
export function confirmRow(beads: readonly Bead[], index: number): Result<readonly Bead[], RowFault> {
  const bead = beads[index];
  return bead ? ok(beads.with(index, byHand(bead))) : err("no-such-row");
}

/** How a row stands: both sides and sure, both sides and to be looked at, or one side alone. */
export type RowStanding = "sure" | "doubtful" | "source-only" | "target-only";

/** The standing of one row. A doubtful row without counterpart counts as doubtful: it may have one after all. */
export function rowStanding(bead: Bead): RowStanding {
  if (bead.confidence < LOW_CONFIDENCE) return "doubtful";
  if (bead.targetFrom === bead.targetTo) return "source-only";
  return bead.sourceFrom === bead.sourceTo ? "target-only" : "sure";
}

/** Index of the next row below LOW_CONFIDENCE after `from` (before it with `step` -1), around the end; -1 if there is none. */
export function findDoubtfulRow(beads: readonly Bead[], from: number, step: 1 | -1): number {
  for (let passed = 1; passed <= beads.length; passed++) {
    const index = (from + step * passed + beads.length * 2) % beads.length;
    if ((beads[index]?.confidence ?? 1) < LOW_CONFIDENCE) return index;
  }
  return -1;
}

/** Do the beads hold every paragraph of both sides exactly once, in order, and no empty bead? */
export function coversAll(beads: readonly Bead[], sources: number, targets: number): boolean {
  let [source, target] = [0, 0];
  for (const bead of beads) {
    if (bead.sourceFrom !== source || bead.targetFrom !== target) return false;
    if (bead.sourceTo < source || bead.targetTo < target) return false;
    if (bead.sourceTo === source && bead.targetTo === target) return false;
    [source, target] = [bead.sourceTo, bead.targetTo];
  }
  return source === sources && target === targets;
}
