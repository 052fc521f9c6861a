"use server";

import { z } from "zod";
import { type PackedIndex, packIndex } from "@/lib/core/review/row-index";
import type { ProposalId, SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { ok } from "@/lib/core/shared/result";
import { placeDraft, placeProposal } from "@/lib/services/alignment/place-words";
import { type AlignmentState, listTray, readAlignment } from "@/lib/services/alignment/read-alignment";
import { repairAlignment } from "@/lib/services/alignment/repair-alignment";
import { redoRepair, undoRepair } from "@/lib/services/alignment/take-back";
import type { RepairOutcome } from "@/lib/services/alignment/write-change";
import type { ServiceContext } from "@/lib/services/context";
import { perform } from "./action-context";
import { id, version } from "./schemas";

const segmentId = id<SegmentId>();
const operation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("join"), segmentId, with: z.enum(["next", "previous"]) }),
  z.object({
    kind: z.literal("split"),
    segmentId,
    sources: z.number().int().min(0).max(100_000),
    offset: z.number().int().min(0).max(1_000_000),
  }),
  z.object({ kind: z.literal("unlink"), segmentId }),
  z.object({
    kind: z.literal("shift"),
    segmentId,
    side: z.enum(["source", "target"]),
    direction: z.enum(["up", "down"]),
  }),
  z.object({ kind: z.literal("pin"), segmentId, pinned: z.boolean() }),
]);

const place = { translationId: id<TranslationId>(), version };
const repair = z.object({ ...place, operation });
const travel = z.object({ ...place, direction: z.enum(["undo", "redo"]) });

/** What a page needs after a change: what came of it, and the rows that stand in the place of the changed ones. */
interface Changed {
  readonly outcome: RepairOutcome;
  readonly placed: PackedIndex;
  readonly undo: AlignmentState["undo"];
  readonly redo: AlignmentState["redo"];
}

/** Changes rows of a translation. */
export async function repairAlignmentAction(input: z.input<typeof repair>) {
  return perform(repair, input, async (ctx, wanted) => {
    const done = await repairAlignment(ctx, wanted);
    return done.ok ? changed(ctx, wanted.translationId, done.value) : done;
  });
}

/** Takes the last change of the rows back, or does it again. */
export async function travelAlignmentAction(input: z.input<typeof travel>) {
  return perform(travel, input, async (ctx, { direction, ...at }) => {
    const done = await (direction === "undo" ? undoRepair : redoRepair)(ctx, at);
    return done.ok ? changed(ctx, at.translationId, done.value) : done;
  });
}

async function changed(ctx: ServiceContext, translationId: TranslationId, outcome: RepairOutcome) {
  const { position, rowsAfter } = outcome;
  const read = await readAlignment(ctx, translationId, position, position + rowsAfter);
  if (!read.ok) return read;
  const { entries, undo, redo } = read.value;
  const value: Changed = { outcome, placed: packIndex(entries), undo, redo };
  return ok(value);
}

const whole = z.object({ translationId: id<TranslationId>() });

/** All rows as they stand now, for a page that others have overtaken. */
export async function reloadAlignmentAction(input: z.input<typeof whole>) {
  return perform(whole, input, async (ctx, { translationId }) => {
    const read = await readAlignment(ctx, translationId);
    if (!read.ok) return read;
    const { entries, ...state } = read.value;
    return ok({ ...state, index: packIndex(entries) });
  });
}

/** What waits without a row. */
export async function readTrayAction(input: z.input<typeof whole>) {
  return perform(whole, input, (ctx, { translationId }) => listTray(ctx, translationId));
}

const placed = z.object({ proposalId: id<ProposalId>(), segmentId });

/** Puts a proposal out of the tray onto a row. */
export async function placeProposalAction(input: z.input<typeof placed>) {
  return perform(placed, input, placeProposal);
}

const placedDraft = z.object({ from: segmentId, segmentId });

/** Puts the person's own draft out of the tray onto a row. */
export async function placeDraftAction(input: z.input<typeof placedDraft>) {
  return perform(placedDraft, input, placeDraft);
}
