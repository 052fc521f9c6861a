"use server";

import { z } from "zod";
import type { DecisionId } from "@/lib/core/shared/ids";
import { type UndoDecisionError, type Undone, undoDecision } from "@/lib/services/decisions/undo-decision";
import { type ActionResult, perform } from "./action-context";
import { id } from "./schemas";

const undo = z.object({ decisionId: id<DecisionId>() });

/** Takes a decision back while nothing was built on it. */
export async function undoDecisionAction(
  input: z.input<typeof undo>,
): Promise<ActionResult<Undone, UndoDecisionError>> {
  return perform(undo, input, undoDecision);
}
