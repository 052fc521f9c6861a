import { randomUUID } from "node:crypto";
import { keptSource, planSource, type SourcePlan, type SourceState } from "@/lib/core/reimport/plan-source";
import { planVersion, type TranslationPlan, type TranslationState } from "@/lib/core/reimport/plan-version";
import type { ParagraphId, TargetParagraphId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import type { Queryable } from "@/lib/db/client";
import {
  listVersionTranslations,
  readSourceState,
  readTranslationState,
  type VersionTranslation,
} from "@/lib/db/documents/version-state";
import type { ImportRow } from "@/lib/db/imports";

export interface PlannedTranslation {
  readonly translation: VersionTranslation;
  readonly state: TranslationState;
  readonly plan: TranslationPlan;
}

export interface PlannedVersion {
  readonly before: SourceState;
  readonly source: SourcePlan;
  readonly translations: readonly PlannedTranslation[];
}

/**
 * Plans what an import would change in its document as it stands now. `changed-meanwhile`: the
 * source has another version by now than the one that the machine translation was aligned with.
 */
export async function planImportVersion(
  db: Queryable,
  found: ImportRow,
): Promise<Result<PlannedVersion, { readonly code: "changed-meanwhile" }>> {
  const { documentId, renewal } = found;
  if (!documentId || !renewal) throw new Error(`import ${found.id} brings no new version`);
  const before = await readSourceState(db, documentId);
  if (!renewal.source && !isSource(found, before)) return err({ code: "changed-meanwhile" });
  const source = renewal.source ? planSource(before, found.source, newId<ParagraphId>) : keptSource(before);
  const translations: PlannedTranslation[] = [];
  for (const translation of await listVersionTranslations(db, documentId)) {
    const state = await readTranslationState(
      db,
      translation.id,
      source.revived.map(({ id }) => id),
    );
    const isNew = renewal.translationId === translation.id;
    const machine = isNew ? { text: found.target, beads: found.beads } : null;
    const plan = planVersion(state, source.places, machine, newId<TargetParagraphId>);
    translations.push({ translation, state, plan });
  }
  return ok({ before, source, translations });
}

const newId = <I extends string>(): I => randomUUID() as string as I;

const isSource = (found: ImportRow, { paragraphs }: SourceState): boolean =>
  found.source.paragraphs.length === paragraphs.length &&
  found.source.paragraphs.every(({ text }, index) => text === paragraphs[index]?.text);
