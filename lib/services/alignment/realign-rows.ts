import type { AccessError } from "@/lib/core/access/permissions";
import { type KnownPair, knownBetween } from "@/lib/core/alignment/known-pairs";
import type { InlineCode } from "@/lib/core/document/paragraph";
import { plainTexts } from "@/lib/core/interchange/plain-texts";
import type { RepairFault } from "@/lib/core/repair/operation";
import { planRealign, textsOf } from "@/lib/core/repair/realign";
import type { RepairRow } from "@/lib/core/repair/row";
import { runOf } from "@/lib/core/repair/run";
import type { SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { KNOWN_LIMIT, listKnownPairs } from "@/lib/db/alignment/known-pairs";
import {
  type AlignmentHead,
  listShapes,
  lockAlignment,
  lockSegments,
  readRepairRows,
} from "@/lib/db/alignment/rows";
import { inTransaction, type Queryable } from "@/lib/db/client";
import { type AlignHooks, type AlignInput, runAlign } from "@/lib/files/run-align-worker";
import type { RunImportFault } from "@/lib/files/run-import-worker";
import type { ServiceContext } from "../context";
import { allowsRepair, authorizeRepair } from "./authorize-repair";
import { planChange } from "./plan-change";
import { type RepairOutcome, writeChange } from "./write-change";

export type RealignError =
  | { readonly code: AccessError | RepairFault | "changed-meanwhile" }
  | Pick<RunImportFault, "code" | "params">;

/** `left`: rows that would have changed and that somebody else changed first; they stay as they are. */
export type RealignOutcome = RepairOutcome & { readonly left: number };

/**
 * Aligns the rows between the nearest pinned or approved ones around a row anew, however many they
 * are, off the request path. Meanwhile everybody goes on working: what was repaired, written,
 * approved or pinned before the aligner came back stays, and the rest is exchanged in one
 * transaction with one event. Nothing is written when `hooks.signal` is aborted.
 * `changed-meanwhile`: nothing of the stretch is left to be exchanged.
 */
export async function realignRows(
  ctx: ServiceContext,
  input: { readonly translationId: TranslationId; readonly segmentId: SegmentId },
  hooks: AlignHooks = {},
): Promise<Result<RealignOutcome, RealignError>> {
  const { translationId, segmentId } = input;
  const granted = await authorizeRepair(ctx, translationId);
  if (!granted.ok) return granted;
  const stretch = await stretchAround(ctx.db.pool, translationId, segmentId);
  if (!stretch.ok) return err({ code: stretch.error });
  const stood = stretch.value;
  const known = await listKnownPairs(ctx.db.pool, granted.value.projectId, KNOWN_LIMIT);
  const aligned = await runAlign(inputOf(granted.value.head, stood, known), hooks);
  if (!aligned.ok) return aligned;
  if (hooks.signal?.aborted) return err({ code: "cancelled", params: {} });
  return inTransaction(ctx.db, async (tx) => {
    const head = await lockAlignment(tx, translationId);
    if (!head) return err({ code: "not-found" });
    if (!allowsRepair(granted.value, head)) return err({ code: "not-allowed" });
    const { from, rows } = await holdStretch(tx, translationId, stood);
    const plan = planRealign(stood, aligned.value, rows);
    if (!plan.ok) return err({ code: plan.error });
    const { change, before, waiting } = await planChange(tx, translationId, from, plan.value);
    const act = { type: "repaired", operation: "realign" } as const;
    const at = ctx.now();
    const done = await writeChange(tx, translationId, granted.value, change, act, before, waiting, at);
    return ok({ ...done, left: plan.value.left });
  });
}

async function stretchAround(
  db: Queryable,
  translationId: TranslationId,
  segmentId: SegmentId,
): Promise<Result<readonly RepairRow[], RepairFault>> {
  const shapes = await listShapes(db, translationId);
  const run = runOf(shapes, { kind: "realign", segmentId });
  if (!run.ok) return run;
  const ids = shapes.slice(run.value.from, run.value.to).map(({ id }) => id);
  return ok(await readRepairRows(db, ids));
}

/** The rows from the first to the last one of a stretch that still stand, held until the transaction ends. */
async function holdStretch(tx: Queryable, translationId: TranslationId, stood: readonly RepairRow[]) {
  const ids = (await listShapes(tx, translationId)).map(({ id }) => id);
  const wanted = new Set(stood.map(({ id }) => id));
  const from = Math.max(
    0,
    ids.findIndex((id) => wanted.has(id)),
  );
  const to = ids.findLastIndex((id) => wanted.has(id)) + 1;
  const held = ids.slice(from, to);
  await lockSegments(tx, held);
  return { from, rows: await readRepairRows(tx, held) };
}

/** The texts of a stretch without their inline codes. */
function inputOf(
  head: AlignmentHead,
  stretch: readonly RepairRow[],
  known: readonly KnownPair[],
): AlignInput {
  const plain = (texts: readonly string[], codes: readonly InlineCode[]) =>
    plainTexts({ paragraphs: texts.map((text) => ({ kind: "paragraph", level: 0, text })), codes });
  const { source, target } = textsOf(stretch);
  return {
    source: plain(source, head.sourceCodes),
    target: plain(target, head.targetCodes),
    sourceLocale: head.sourceLocale,
    targetLocale: head.targetLocale,
    known: knownBetween(known, head.sourceLocale, head.targetLocale),
  };
}
