import type { InlineCode } from "../document/paragraph";
import { PARAGRAPH_BREAK } from "../publication/snapshot";
import type { Placement } from "../repair/plan";
import { hasTarget, type NewRow, type RepairRow } from "../repair/row";
import type { TargetParagraphId } from "../shared/ids";
import { carryRows, type RowDraft } from "./carry-rows";
import { type MachineMatch, type MachinePlace, matchMachine, type NewMachine } from "./match-machine";
import { placeMachine } from "./place-machine";
import type { SourcePlace } from "./plan-source";
import type { MachineEffect, MachineParagraph, RowGrade, VersionRow } from "./version";

/** A row of a translation after the new version. */
export interface PlannedRow {
  readonly place: Placement;
  /** Rows whose place it takes: itself if it stays, none for a new one. */
  readonly before: readonly VersionRow[];
  readonly grade: Exclude<RowGrade, "gone">;
  readonly machine: MachineEffect;
  /** The new machine text of a row whose text stayed a person's; otherwise null. */
  readonly heldText: string | null;
  readonly moved: boolean;
}

export interface TranslationPlan {
  readonly rows: readonly PlannedRow[];
  /** Rows that have no place any more; they are retired with their texts and histories. */
  readonly gone: readonly VersionRow[];
  /** Machine paragraphs to be stored, in order. */
  readonly machine: readonly MachineParagraph[];
  /** Inline codes of the target side, of all versions. */
  readonly codes: readonly InlineCode[];
}

/** A translation as it stands. */
export interface TranslationState {
  /** In order. */
  readonly rows: readonly VersionRow[];
  /** The machine paragraphs of these rows. */
  readonly machine: readonly MachineParagraph[];
  readonly codes: readonly InlineCode[];
  /** Retired rows of paragraphs that come back, the last retired first. */
  readonly former: readonly RepairRow[];
}

/**
 * Plans the rows of a translation for a new version of its document. A row of which neither the
 * source nor the machine's text changed stays, with its id, approval and history. A person's text
 * is carried over whatever happened to its source; a machine's gives way to the new machine's. A
 * paragraph of a former version brings its former text along.
 *
 * @param next the new machine translation; null leaves the machine's side as it is.
 */
export function planVersion(
  state: TranslationState,
  places: readonly SourcePlace[],
  next: NewMachine | null,
  newId: () => TargetParagraphId,
): TranslationPlan {
  const { drafts, gone } = carryRows(state.rows, places);
  const match = next && matchMachine(machineInOrder(state), next, newId);
  const filled = match && next ? placeMachine(drafts, next.beads, match.places) : null;
  const dropped = filled ? filled.filter(isDropped) : [];
  const planned = filled
    ? filled.filter((draft) => !isDropped(draft)).map((draft) => planRow(draft, places, draft.machine))
    : drafts.map((draft) => planRow(draft, places, null));
  const rows = planned.map((row) => withFormerText(row, state.former));
  return {
    rows,
    gone: [...gone, ...dropped.flatMap((draft) => draft.rows)],
    machine: match ? storedMachine(rows, match) : [],
    codes: match?.codes ?? state.codes,
  };
}

/** The machine paragraphs in the order of their rows. */
function machineInOrder({ rows, machine, codes }: TranslationState) {
  const byId = new Map(machine.map((paragraph) => [paragraph.id, paragraph]));
  const ids = new Set(rows.flatMap((row) => row.targets));
  return { codes, paragraphs: [...ids].flatMap((id) => byId.get(id) ?? []) };
}

/** A row of machine text without source, which the new machine translation does not have. */
const isDropped = (draft: RowDraft & { readonly machine: readonly MachinePlace[] }): boolean =>
  draft.from === draft.to && draft.machine.length === 0 && !draft.rows.some((row) => row.worked);

function planRow(
  draft: RowDraft,
  places: readonly SourcePlace[],
  machine: readonly MachinePlace[] | null,
): PlannedRow {
  const { rows, grade, moved, confidence } = draft;
  const sources = places.slice(draft.from, draft.to).map(({ paragraph: { id, text } }) => ({ id, text }));
  const effect = machine ? effectOn(rows, machine) : "untouched";
  const about = { before: rows, moved, machine: rows.length > 0 ? effect : ("untouched" as const) };
  const [only] = rows;
  if (only && rows.length === 1 && grade === "same" && effect !== "replaced") {
    const heldText = effect === "held" ? textOf(machine ?? []) : null;
    return { ...about, grade, heldText, place: { kind: "kept", row: only } };
  }
  if (effect === "replaced") {
    const row = { sources, confidence, ...machineSide(rows, machine ?? []) };
    return { ...about, grade, heldText: null, place: { kind: "new", row } };
  }
  const heldText = effect === "held" ? textOf(machine ?? []) : null;
  return {
    ...about,
    grade,
    heldText,
    place: { kind: "new", row: { sources, confidence, ...carriedSide(rows) } },
  };
}

/** An empty new row takes the text that its paragraphs had when they last stood in a row of their own. */
function withFormerText(planned: PlannedRow, former: readonly RepairRow[]): PlannedRow {
  const { place } = planned;
  if (former.length === 0 || planned.grade !== "new" || place.kind === "kept" || hasTarget(place.row)) {
    return planned;
  }
  const { sources } = place.row;
  const old = former.find(
    (row) =>
      row.sources.length === sources.length && row.sources.every(({ id }, at) => id === sources[at]?.id),
  );
  if (!old) return planned;
  const { targets, targetText, origin, confidence } = old;
  const parts = [{ revisionId: old.revisionId, from: 0, to: targetText.length }];
  return {
    ...planned,
    place: { kind: "new", row: { sources, targets, targetText, origin, confidence, parts } },
  };
}

function effectOn(rows: readonly VersionRow[], machine: readonly MachinePlace[]): MachineEffect {
  const old = new Set(rows.flatMap((row) => row.targets));
  const isSame =
    machine.length === old.size &&
    machine.every(({ isSame, before }) => isSame && before !== null && old.has(before));
  if (isSame || machine.length === 0) return "untouched";
  return rows.some((row) => row.worked) ? "held" : "replaced";
}

const textOf = (machine: readonly MachinePlace[]): string =>
  machine.map(({ paragraph }) => paragraph.text).join(PARAGRAPH_BREAK);

/** An empty piece of each row that it takes the place of: it descends from them. */
const machineSide = (
  rows: readonly VersionRow[],
  machine: readonly MachinePlace[],
): Omit<NewRow, "sources" | "confidence"> => ({
  targets: machine.map(({ paragraph }) => paragraph.id),
  targetText: textOf(machine),
  origin: "mt",
  parts: rows.map(({ revisionId }) => ({ revisionId, from: 0, to: 0 })),
});

function carriedSide(rows: readonly VersionRow[]): Omit<NewRow, "sources" | "confidence"> {
  const spoken = rows.filter(hasTarget);
  const origins = new Set(spoken.filter((row) => row.targetText !== "").map((row) => row.origin));
  const [only] = origins;
  return {
    targets: [...new Set(spoken.flatMap((row) => row.targets))],
    targetText: spoken.map((row) => row.targetText).join(PARAGRAPH_BREAK),
    origin: origins.size > 1 ? "mixed" : (only ?? "mt"),
    parts: rows.map(({ revisionId, targetText }) => ({ revisionId, from: 0, to: targetText.length })),
  };
}

function storedMachine(rows: readonly PlannedRow[], { places }: MachineMatch): readonly MachineParagraph[] {
  const used = new Set(rows.flatMap(({ place }) => (place.kind === "new" ? place.row.targets : [])));
  return places
    .filter(({ paragraph, isSame }) => !isSame && used.has(paragraph.id))
    .map(({ paragraph }) => paragraph);
}
