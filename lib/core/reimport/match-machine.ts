import type { Bead } from "../alignment/bead";
import type { DocumentText, InlineCode, Paragraph } from "../document/paragraph";
import type { TargetParagraphId } from "../shared/ids";
import { adoptCodes } from "./adopt-codes";
import { comparableTexts } from "./comparable-text";
import { matchParagraphs } from "./match-paragraphs";
import type { MachineParagraph } from "./version";

/** A new machine translation of a document, aligned with the source of its new version. */
export interface NewMachine {
  readonly text: DocumentText;
  /** Source places and machine paragraphs, each exactly once, in order. */
  readonly beads: readonly Bead[];
}

/** A paragraph of the new machine translation. */
export interface MachinePlace {
  /** As it will stand; the old one itself if it did not change. */
  readonly paragraph: MachineParagraph;
  /** The one that it was before; null for a new one. */
  readonly before: TargetParagraphId | null;
  readonly isSame: boolean;
  readonly bead: Bead;
}

export interface MachineMatch {
  readonly places: readonly MachinePlace[];
  readonly codes: readonly InlineCode[];
}

/** Which paragraphs of a machine translation are which of the one before. */
export function matchMachine(
  old: { readonly paragraphs: readonly MachineParagraph[]; readonly codes: readonly InlineCode[] },
  { text, beads }: NewMachine,
  newId: () => TargetParagraphId,
): MachineMatch {
  const matches = matchParagraphs(
    comparableTexts(textsOf(old.paragraphs), old.codes),
    comparableTexts(textsOf(text.paragraphs), text.codes),
  );
  const kept = matches.flatMap((match) => (match.kind === "kept" ? [match] : []));
  const adopted = adoptCodes(old, text, new Map(kept.map(({ after, before }) => [after, before])));
  const matchOf = new Map(kept.map((match) => [match.after, match]));
  const beadOf = beads.flatMap((bead) => Array<Bead>(bead.targetTo - bead.targetFrom).fill(bead));
  const places = adopted.paragraphs.map((paragraph, index): MachinePlace => {
    const bead = beadOf[index];
    if (!bead) throw new Error("the beads do not hold every machine paragraph");
    const match = matchOf.get(index);
    const before = match ? old.paragraphs[match.before] : undefined;
    const isSame =
      match?.grade === "same" && before?.kind === paragraph.kind && before.level === paragraph.level;
    if (before && isSame) return { paragraph: before, before: before.id, isSame, bead };
    return { paragraph: { ...paragraph, id: newId() }, before: before?.id ?? null, isSame, bead };
  });
  return { places, codes: adopted.codes };
}

const textsOf = (paragraphs: readonly Paragraph[]): readonly string[] => paragraphs.map(({ text }) => text);
