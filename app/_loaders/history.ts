import "server-only";

import { notFound } from "next/navigation";
import { parseId, type SegmentId } from "@/lib/core/shared/ids";
import { readHistory } from "@/lib/services/segments/read-history";
import { pageContext } from "./context";

export type SegmentHistory = Awaited<ReturnType<typeof loadHistory>>;
/** A revision as the words of the current text name it. */
export type HistoryEntry = SegmentHistory["stretches"][number]["revision"];
/** A revision in the list of all, with the act that it came about by. */
export type CausedEntry = SegmentHistory["entries"][number];

/** The history of a row; not found for ids that do not exist, are of another translation, or not for this person. */
export async function loadHistory(translationId: string, segmentId: string) {
  const id = parseId<SegmentId>(segmentId);
  const found = id ? await readHistory(await pageContext(), id) : null;
  if (!found?.ok || found.value.head.translationId !== translationId) notFound();
  return found.value;
}
