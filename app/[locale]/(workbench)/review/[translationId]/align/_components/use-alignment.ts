"use client";

import { useRef, useState, useSyncExternalStore } from "react";
import {
  readTrayAction,
  reloadAlignmentAction,
  repairAlignmentAction,
  travelAlignmentAction,
} from "@/app/_actions/alignment";
import type { BitextStore } from "@/app/_features/bitext-grid/bitext-store";
import type { loadAlignment } from "@/app/_loaders/workbench";
import { announce } from "@/app/_ui/live-region";
import { LOW_CONFIDENCE } from "@/lib/core/document/import-preview";
import type { HandRepair, RepairOperation } from "@/lib/core/repair/operation";
import type { RowEntry } from "@/lib/core/review/bitext";
import { unpackIndex } from "@/lib/core/review/row-index";
import type { TranslationId } from "@/lib/core/shared/ids";
import { useT } from "@/lib/i18n/client";
import { saidOf } from "./said";
import { useRealign } from "./use-realign";

type Loaded = Awaited<ReturnType<typeof loadAlignment>>;
export type AlignmentState = Pick<Loaded, "version" | "undo" | "redo" | "mayRepair">;
export type Tray = Loaded["tray"];

/** Why nothing was changed. */
export interface RepairFault {
  readonly code: string;
  readonly rowNumbers?: readonly number[];
}

type Changed = Extract<Awaited<ReturnType<typeof repairAlignmentAction>>, { ok: true }>["value"];
type Answer =
  | { readonly ok: true; readonly value: Changed }
  | { readonly ok: false; readonly error: RepairFault };

/** An operation on the active row, before it is known which one that is. */
export type RowOperation = RepairOperation extends infer One
  ? One extends RepairOperation
    ? Omit<One, "segmentId">
    : never
  : never;

/** The rows, the active one, and everything that changes them; each change is said aloud. */
export function useAlignment(
  store: BitextStore,
  translationId: TranslationId,
  first: AlignmentState,
  firstTray: Tray,
  position: number,
) {
  const t = useT("alignment");
  const entries = useSyncExternalStore(store.subscribe, store.entries, store.entries);
  const [state, setState] = useState(first);
  const [tray, setTray] = useState(firstTray);
  const [fault, setFault] = useState<RepairFault | null>(null);
  const [active, setActive] = useState({ position, call: 0 });
  // Keys can be pressed faster than answers come: the next act waits for the one before.
  const line = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef({ state: first, active: position });

  const goTo = (next: number) => {
    const last = Math.max(0, store.entries().length - 1);
    latest.current.active = Math.max(0, Math.min(next, last));
    setActive(({ call }) => ({ position: latest.current.active, call: call + 1 }));
  };
  const keep = (next: AlignmentState) => {
    latest.current.state = next;
    setState(next);
  };
  const refreshTray = async () => {
    const read = await readTrayAction({ translationId }).catch(() => null);
    if (read?.ok) setTray(read.value);
  };
  const reload = async () => {
    const read = await reloadAlignmentAction({ translationId }).catch(() => null);
    if (!read?.ok) return;
    const { index, ...next } = read.value;
    store.replace(unpackIndex(index));
    keep(next);
    goTo(latest.current.active);
  };
  const take = async (ask: () => Promise<Answer>, direction: "undo" | "redo" | null) => {
    const answer = await ask().catch((): Answer => ({ ok: false, error: { code: "offline" } }));
    setFault(answer.ok ? null : answer.error);
    if (!answer.ok) {
      if (["changed-meanwhile", "no-such-row"].includes(answer.error.code)) await reload();
      return;
    }
    const { outcome, placed, undo, redo } = answer.value;
    const { position: at, rowsBefore } = outcome;
    store.replace(store.entries().toSpliced(at, rowsBefore, ...unpackIndex(placed)));
    keep({ ...latest.current.state, version: outcome.version, undo, redo });
    const isInside = latest.current.active >= at && latest.current.active < at + outcome.rowsAfter;
    goTo(isInside && direction === null ? latest.current.active : at);
    announce(saidOf(outcome, direction, t));
    if (outcome.toTray + outcome.fromTray + outcome.moved > 0) await refreshTray();
  };
  const inLine = (work: () => Promise<void>) => {
    line.current = line.current.then(work);
  };
  const realign = useRealign(translationId, (answer) =>
    inLine(async () => {
      const isDone = !("error" in answer);
      setFault(isDone ? null : whileAligning(answer.error));
      await reload();
      if (!isDone) return;
      goTo(answer.position);
      announce(
        [saidOf(answer, null, t), answer.left > 0 && t("realign.left", { count: answer.left })]
          .filter(Boolean)
          .join(" "),
      );
      await refreshTray();
    }),
  );
  const onRow = (operation: RowOperation, at?: number) =>
    inLine(async () => {
      const segmentId = store.entries()[at ?? latest.current.active]?.id;
      const { version, mayRepair } = latest.current.state;
      if (!segmentId || !mayRepair) return;
      // Nobody waits for it: the line goes on.
      if (operation.kind === "realign") return void realign.start(segmentId);
      const input = { translationId, version, operation: { ...operation, segmentId } as HandRepair };
      await take(() => repairAlignmentAction(input) as Promise<Answer>, null);
    });
  const travel = (direction: "undo" | "redo") =>
    inLine(async () => {
      const { version, mayRepair } = latest.current.state;
      if (!mayRepair) return;
      await take(
        () => travelAlignmentAction({ translationId, version, direction }) as Promise<Answer>,
        direction,
      );
    });
  const goToDoubtful = (step: 1 | -1) => {
    const at = nextDoubtful(store.entries(), latest.current.active, step);
    if (at < 0) announce(t("said.noDoubt"));
    else goTo(at);
  };
  const move = (step: 1 | -1) => goTo(latest.current.active + step);
  return {
    entries,
    state,
    tray,
    fault,
    active,
    goTo,
    move,
    goToDoubtful,
    onRow,
    realign,
    travel,
    refreshTray,
    reload,
    setFault,
  };
}

export type Alignment = ReturnType<typeof useAlignment>;

const whileAligning = ({ code }: RepairFault): RepairFault => ({
  code: code === "changed-meanwhile" ? "changed-while-aligning" : code,
});

/** The aligner was not sure of the pair, and no person has been since. */
export const isDoubtful = (entry: RowEntry): boolean =>
  entry.confidence < LOW_CONFIDENCE && !entry.pinned && !entry.approved;

function nextDoubtful(entries: readonly RowEntry[], from: number, step: 1 | -1): number {
  for (let passed = 1; passed <= entries.length; passed++) {
    const at = (from + step * passed + entries.length * 2) % entries.length;
    const entry = entries[at];
    if (entry && isDoubtful(entry)) return at;
  }
  return -1;
}
