/** Undo and redo of repairs, read out of the event log: one line of steps per translation, without end. */

/** An entry of the log; `sequence` names it. */
export type AlignmentEntry =
  | { readonly kind: "repaired"; readonly sequence: string }
  /** `of` names the repair that was taken back or done again. */
  | { readonly kind: "undone" | "redone"; readonly sequence: string; readonly of: string }
  /** The texts themselves were exchanged: nothing before can be taken back. */
  | { readonly kind: "replaced"; readonly sequence: string };

/** A repair, and the entry that last put its rows where they are or were. */
export interface StandingRepair {
  readonly repair: string;
  readonly latest: string;
}

export interface AlignmentHistory {
  /** Repairs in force, the last one last. */
  readonly done: readonly StandingRepair[];
  /** Repairs that were taken back, the next one to be done again last. */
  readonly undone: readonly StandingRepair[];
}

/** @param entries of one translation, oldest first. @throws if the log takes back what was not the last repair. */
export function foldAlignmentHistory(entries: readonly AlignmentEntry[]): AlignmentHistory {
  const done: StandingRepair[] = [];
  const undone: StandingRepair[] = [];
  for (const entry of entries) {
    const { kind, sequence } = entry;
    if (kind === "repaired" || kind === "replaced") {
      undone.length = 0;
      if (kind === "repaired") done.push({ repair: sequence, latest: sequence });
      else done.length = 0;
      continue;
    }
    const [from, to] = kind === "undone" ? [done, undone] : [undone, done];
    if (from.pop()?.repair !== entry.of) throw new Error(`entry ${sequence} is out of turn`);
    to.push({ repair: entry.of, latest: sequence });
  }
  return { done, undone };
}
