import type { Bead } from "@/lib/core/alignment/bead";
import type { DocumentText, Paragraph } from "@/lib/core/document/paragraph";
import type { NewMachine } from "@/lib/core/reimport/match-machine";
import { keptSource, planSource, type SourcePlan, type SourceState } from "@/lib/core/reimport/plan-source";
import { planVersion, type TranslationPlan, type TranslationState } from "@/lib/core/reimport/plan-version";
import type { MachineParagraph, NumberedParagraph, VersionRow } from "@/lib/core/reimport/version";
import { type Carry, type VersionChange, versionChange } from "@/lib/core/reimport/version-change";
import { takeBack } from "@/lib/core/repair/change";
import type { WaitingWords, WordsMove } from "@/lib/core/repair/follow";
import { findRevivals } from "@/lib/core/repair/plan";
import type { RepairRow } from "@/lib/core/repair/row";
import type { ParagraphId, RevisionId, SegmentId, TargetParagraphId } from "@/lib/core/shared/ids";

/** A document with one translation, as the database holds it. */
export interface MemoryVersion {
  readonly source: SourceState;
  readonly translation: TranslationState;
  readonly retired: readonly VersionRow[];
  readonly proposals: readonly WaitingWords[];
  readonly carries: readonly Carry[];
  readonly made: number;
}

export const paragraphOf = (text: string): Paragraph => ({ kind: "paragraph", level: 0, text });
export const textOf = (texts: readonly string[]): DocumentText => ({
  paragraphs: texts.map(paragraphOf),
  codes: [],
});

/** Beads that link the paragraphs of both sides in order, one to one. */
export const inPairs = (sources: number, targets: number): readonly Bead[] =>
  Array.from({ length: Math.max(sources, targets) }, (_, i) => ({
    sourceFrom: Math.min(i, sources),
    sourceTo: Math.min(i + 1, sources),
    targetFrom: Math.min(i, targets),
    targetTo: Math.min(i + 1, targets),
    confidence: 0.9,
  }));

/** A document as it was imported. */
export function imported(source: DocumentText, target: DocumentText, beads: readonly Bead[]): MemoryVersion {
  const paragraphs = source.paragraphs.map(
    (paragraph, i): NumberedParagraph => ({ ...paragraph, id: `p${i}` as ParagraphId, number: i + 1 }),
  );
  const machine = target.paragraphs.map(
    (paragraph, i): MachineParagraph => ({ ...paragraph, id: `t${i}` as TargetParagraphId }),
  );
  const rows = beads.map((bead, i): VersionRow => {
    const targets = machine.slice(bead.targetFrom, bead.targetTo);
    return {
      id: `s${i}` as SegmentId,
      revisionId: `r${i}` as RevisionId,
      sources: paragraphs.slice(bead.sourceFrom, bead.sourceTo).map(({ id, text }) => ({ id, text })),
      targets: targets.map(({ id }) => id),
      targetText: targets.map(({ text }) => text).join("\n\n"),
      origin: "mt",
      approved: false,
      pinned: false,
      confidence: bead.confidence,
      worked: false,
      pending: null,
    };
  });
  return {
    source: { paragraphs, retired: [], codes: source.codes },
    translation: { rows, machine, codes: target.codes, former: [] },
    retired: [],
    proposals: [],
    carries: [],
    made: 0,
  };
}

/** The document with a row in which a person has written. */
export function withRow(the: MemoryVersion, index: number, change: Partial<VersionRow>): MemoryVersion {
  const row = { ...the.translation.rows[index], ...change, worked: true } as VersionRow;
  return { ...the, translation: { ...the.translation, rows: the.translation.rows.with(index, row) } };
}

export interface Renewed {
  readonly the: MemoryVersion;
  readonly source: SourcePlan;
  readonly plan: TranslationPlan;
  readonly change: VersionChange | null;
}

/** Imports a new version of one side or of both; null leaves a side as it is. */
export function renew(the: MemoryVersion, source: DocumentText | null, machine: NewMachine | null): Renewed {
  let { made } = the;
  const name = (prefix: string) => {
    made += 1;
    return `new-${prefix}${made}`;
  };
  const sourcePlan = source
    ? planSource(the.source, source, () => name("p") as ParagraphId)
    : keptSource(the.source);
  const comes = new Set(sourcePlan.revived.map(({ id }) => id));
  const former = the.retired.filter((row) => row.sources.some(({ id }) => comes.has(id)));
  const state = { ...the.translation, former };
  const plan = planVersion(state, sourcePlan.places, machine, () => name("t") as TargetParagraphId);
  const created = plan.rows.flatMap(({ place }) => (place.kind === "new" ? [place.row] : []));
  const newIds = () => ({ id: name("s") as SegmentId, revisionId: name("r") as RevisionId });
  const revivals = findRevivals(created, the.retired);
  const change = versionChange(the.translation.rows, plan, revivals, newIds, {
    proposals: the.proposals,
    drafts: [],
  });
  const isNothing = !change && sourcePlan.created.length + sourcePlan.revived.length === 0;
  const next = isNothing ? the : applied({ ...the, made }, sourcePlan, plan, change);
  return { the: next, source: sourcePlan, plan, change };
}

function applied(
  the: MemoryVersion,
  source: SourcePlan,
  plan: TranslationPlan,
  change: VersionChange | null,
): MemoryVersion {
  const live = source.places.map(({ paragraph }) => paragraph);
  const goes = the.source.paragraphs.filter((paragraph) => !live.includes(paragraph));
  return {
    ...swapped(the, change),
    source: {
      paragraphs: live,
      retired: [...goes, ...the.source.retired.filter((paragraph) => !live.includes(paragraph))],
      codes: source.codes,
    },
    carries: [...the.carries, ...(change?.carries ?? [])],
    translation: {
      rows: swapped(the, change).translation.rows,
      machine: [...the.translation.machine, ...plan.machine],
      codes: plan.codes,
      former: [],
    },
  };
}

function swapped(
  the: MemoryVersion,
  change: Omit<VersionChange, "carries" | "pinned"> | null,
): MemoryVersion {
  if (!change) return the;
  const { step, after } = change;
  const known = new Map([...the.retired, ...the.translation.rows].map((row) => [row.id, row]));
  const standing = after.map(
    (row: RepairRow): VersionRow =>
      known.get(row.id) ?? { ...row, worked: row.origin !== "mt", pending: null },
  );
  const rows = the.translation.rows.toSpliced(step.position, step.before.length, ...standing);
  const live = new Set(rows.map(({ id }) => id));
  const goes = the.translation.rows.filter(({ id }) => !live.has(id));
  return {
    ...the,
    translation: { ...the.translation, rows },
    retired: [...goes, ...the.retired].filter(({ id }) => !live.has(id)),
    proposals: the.proposals.map((word) => moved(word, step.proposals)),
  };
}

const moved = (word: WaitingWords, moves: readonly WordsMove[]): WaitingWords => {
  const move = moves.find(({ id, from }) => id === word.id && from === word.segmentId);
  return move ? { ...word, segmentId: move.to } : word;
};

/** Takes the change of the rows back. */
export function rowsBack(the: MemoryVersion, { step }: VersionChange): MemoryVersion {
  const known = new Map([...the.retired, ...the.translation.rows].map((row) => [row.id, row]));
  const present = step.after.map(({ id }) => known.get(id) as VersionRow);
  const past = step.before.map((id) => known.get(id) as VersionRow);
  const back = takeBack(step, present, past, { proposals: the.proposals, drafts: [] });
  if (!back.ok) throw new Error(back.error.code);
  return swapped(the, back.value);
}
