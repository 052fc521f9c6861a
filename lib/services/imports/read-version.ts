import type { AccessError } from "@/lib/core/access/permissions";
import type { ImportFindings, ImportSettings } from "@/lib/core/document/import-preview";
import type { InlineCode } from "@/lib/core/document/paragraph";
import { PARAGRAPH_BREAK } from "@/lib/core/publication/snapshot";
import { isRelatedSource } from "@/lib/core/reimport/plan-source";
import type { PlannedRow } from "@/lib/core/reimport/plan-version";
import type { MachineEffect, RowGrade, VersionRow } from "@/lib/core/reimport/version";
import type { DocumentId, ImportId, ProjectId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findVersionToken } from "@/lib/db/documents/version-state";
import type { ServiceContext } from "../context";
import { authorizeVersion } from "./authorize-version";
import { ownImport } from "./own-import";
import { type PlannedTranslation, planImportVersion } from "./plan-import-version";

/** What a new version would do to a row. */
export interface VersionRowPreview {
  /** 1-based, in the new version; of a row that goes, in the present one. */
  readonly number: number;
  readonly grade: RowGrade;
  readonly machine: MachineEffect;
  readonly moved: boolean;
  /** The present text was approved, and would not be any more. */
  readonly endsApproval: boolean;
  readonly sourceBefore: string;
  readonly sourceAfter: string;
  readonly targetBefore: string;
  readonly targetAfter: string;
  /** The new machine text that a person's words keep out; otherwise null. */
  readonly heldText: string | null;
}

export interface TranslationPreview {
  readonly translationId: TranslationId;
  readonly targetLocale: string;
  readonly counts: Readonly<Record<RowGrade, number>>;
  readonly machine: Readonly<Record<MachineEffect, number>>;
  /** Rows on which something changes, in order; those that go stand last. */
  readonly rows: readonly VersionRowPreview[];
  readonly codes: readonly InlineCode[];
}

export interface VersionPreview {
  readonly documentId: DocumentId;
  readonly projectId: ProjectId;
  readonly settings: ImportSettings;
  readonly findings: ImportFindings | null;
  /** Names the state that was looked at, for `applyVersion`. */
  readonly token: string;
  readonly isNothing: boolean;
  /** False: the new source does not look like a version of the present one. */
  readonly isRelatedSource: boolean;
  readonly sourceCodes: readonly InlineCode[];
  readonly translations: readonly TranslationPreview[];
}

/** What a new version that waits would change; only for the person who started it. */
export async function readVersion(
  ctx: ServiceContext,
  importId: ImportId,
): Promise<Result<VersionPreview, { readonly code: AccessError | "changed-meanwhile" }>> {
  const mine = await ownImport(ctx, importId);
  if (!mine.ok) return mine;
  const { documentId, projectId, settings, findings } = mine.value;
  if (!documentId || !mine.value.renewal) return err({ code: "not-found" });
  const granted = await authorizeVersion(ctx, documentId);
  if (!granted.ok) return granted;
  // The token first: a state that is newer than it makes the applying be refused, never go wrong.
  const token = await findVersionToken(ctx.db.pool, documentId);
  const planned = await planImportVersion(ctx.db.pool, mine.value);
  if (!planned.ok) return planned;
  const { source, before } = planned.value;
  const translations = planned.value.translations.map(previewOf);
  const isSameSource =
    source.places.length === before.paragraphs.length &&
    source.places.every(({ paragraph }, index) => paragraph === before.paragraphs[index]);
  const isNothing = isSameSource && translations.every(({ rows }) => rows.every(isUntouched));
  return ok({
    documentId,
    projectId,
    settings,
    findings,
    token,
    isNothing,
    isRelatedSource: isRelatedSource(before, source),
    sourceCodes: source.codes,
    translations,
  });
}

/** A row that only has something to tell. */
const isUntouched = (row: VersionRowPreview): boolean =>
  row.grade === "same" && row.machine === "held" && !row.moved;

function previewOf({ translation, state, plan }: PlannedTranslation): TranslationPreview {
  const counts = { same: 0, typography: 0, spelling: 0, changed: 0, new: 0, gone: plan.gone.length };
  const machine = { untouched: 0, replaced: 0, held: 0 };
  for (const row of plan.rows) {
    counts[row.grade] += 1;
    machine[row.machine] += 1;
  }
  const changed = plan.rows.flatMap((row, index) =>
    row.grade === "same" && row.machine === "untouched" && !row.moved ? [] : [rowPreview(row, index + 1)],
  );
  const places = new Map(state.rows.map((row, index) => [row, index + 1]));
  const gone = plan.gone.map((row) => gonePreview(row, places.get(row) ?? 0));
  return {
    translationId: translation.id,
    targetLocale: translation.targetLocale,
    counts,
    machine,
    rows: [...changed, ...gone],
    codes: plan.codes,
  };
}

const joined = (texts: readonly string[]): string => texts.join(PARAGRAPH_BREAK);
const sourceOf = (rows: readonly VersionRow[]): string =>
  joined(rows.flatMap(({ sources }) => sources.map(({ text }) => text)));

function rowPreview(
  { place, before, grade, machine, moved, heldText }: PlannedRow,
  number: number,
): VersionRowPreview {
  return {
    number,
    grade,
    machine,
    moved,
    heldText,
    endsApproval: place.kind === "new" && before.some(({ approved }) => approved),
    sourceBefore: sourceOf(before),
    sourceAfter: joined(place.row.sources.map(({ text }) => text)),
    targetBefore: joined(before.map(({ targetText }) => targetText)),
    targetAfter: place.row.targetText,
  };
}

const gonePreview = (row: VersionRow, number: number): VersionRowPreview => ({
  number,
  grade: "gone",
  machine: "untouched",
  moved: false,
  heldText: null,
  endsApproval: row.approved,
  sourceBefore: sourceOf([row]),
  sourceAfter: "",
  targetBefore: row.targetText,
  targetAfter: "",
});
