import type { TFunction } from "i18next";
import type { MarkState } from "@/app/_ui/state-mark";
import { LOW_CONFIDENCE } from "@/lib/core/document/import-preview";
import type { RowEntry } from "@/lib/core/review/bitext";
import type { Format } from "@/lib/i18n/format";

export type Standing = "pinned" | "approved" | "doubtful" | "sourceOnly" | "targetOnly" | "made" | "sure";

const MARKS: Readonly<Record<Standing, MarkState>> = {
  pinned: "approved",
  approved: "approved",
  doubtful: "attention",
  sourceOnly: "none",
  targetOnly: "none",
  made: "untouched",
  sure: "untouched",
};

/** How sure it is that the two sides of a row belong together, as shape and in words. */
export function standingOf(
  entry: RowEntry,
  t: TFunction<"alignment">,
  format: Format,
): { readonly standing: Standing; readonly mark: MarkState; readonly words: string } {
  const standing = standingIn(entry);
  // 99.6 % is not yet certain.
  const percent = format.percent(Math.floor(entry.confidence * 100) / 100);
  return { standing, mark: MARKS[standing], words: t(`standing.${standing}`, { percent }) };
}

function standingIn(entry: RowEntry): Standing {
  if (entry.pinned) return "pinned";
  if (entry.approved) return "approved";
  if (entry.confidence < LOW_CONFIDENCE) return "doubtful";
  if (entry.targetLength === 0) return "sourceOnly";
  if (entry.sourceLength === 0) return "targetOnly";
  return entry.confidence === 1 ? "made" : "sure";
}
