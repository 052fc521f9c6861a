import type { RepairOperation } from "@/lib/core/repair/operation";
import type { RepairRow } from "@/lib/core/repair/row";

const pick = <T>(values: readonly T[], next: () => number): T =>
  values[Math.floor(next() * values.length)] as T;

/** Any operation on any row; some are refused. */
export function randomOperation(
  rows: readonly Pick<RepairRow, "id" | "targetText" | "sources">[],
  next: () => number,
): RepairOperation {
  const row = pick(rows, next);
  const segmentId = row.id;
  const dice = next();
  if (dice < 0.25) return { kind: "join", segmentId, with: next() < 0.5 ? "next" : "previous" };
  if (dice < 0.55) {
    const sources = Math.floor(next() * (row.sources.length + 1));
    const breaks = [...row.targetText.matchAll(/\n\n|(?<=\.) /g)].map(({ index }) => index + 1);
    const anywhere = Math.floor(next() * (row.targetText.length + 1));
    return {
      kind: "split",
      segmentId,
      sources,
      offset: next() < 0.5 ? (pick(breaks, next) ?? anywhere) : anywhere,
    };
  }
  if (dice < 0.65) return { kind: "unlink", segmentId };
  if (dice < 0.85) {
    const side = next() < 0.5 ? "source" : "target";
    return { kind: "shift", segmentId, side, direction: next() < 0.5 ? "up" : "down" };
  }
  if (dice < 0.93) return { kind: "pin", segmentId, pinned: next() < 0.5 };
  return { kind: "realign", segmentId };
}
