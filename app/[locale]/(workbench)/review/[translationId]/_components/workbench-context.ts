"use client";

import { createContext, useContext } from "react";
import type { DraftBook } from "@/app/_features/target-editor/draft-book";
import type { Intent } from "./use-review";

/** What an open row needs of the page around it. */
export interface WorkbenchActions {
  readonly book: DraftBook;
  readonly close: () => void;
  readonly openAt: (position: number, intent: Intent) => void;
  /** A decision was taken on this row, which the person may want to undo. */
  readonly decided: (position: number, decisionId: string, said: string) => void;
  /** The work on this row is done: on to the next one of its kind, or back to the row. */
  readonly done: (position: number, andNext: boolean) => void;
}

export const WorkbenchContext = createContext<WorkbenchActions | null>(null);

export function useWorkbench(): WorkbenchActions {
  const actions = useContext(WorkbenchContext);
  if (!actions) throw new Error("useWorkbench needs a WorkbenchContext above it");
  return actions;
}
