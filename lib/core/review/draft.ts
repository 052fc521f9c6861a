/** What happens to words that were typed and not yet proposed: in this browser and on the server. */
import type { RevisionId } from "../shared/ids";
import type { SavedDraft } from "./bitext";

export interface DraftContent {
  readonly baseRevisionId: RevisionId;
  readonly targetText: string;
  readonly comment: string;
  readonly reason: string | null;
}

/** A copy that the browser writes at every change and removes when the server has confirmed it. */
export interface LocalDraft extends DraftContent {
  /** The version of the server's draft that this was typed on; 0 for none. */
  readonly version: number;
  /** ISO 8601, by the clock of this device. */
  readonly typedAt: string;
  /** What is on its way to the server without an answer yet: if it arrived, this copy is built on it. */
  readonly sent: DraftContent | null;
}

/** A text to go on with. */
export interface DraftCandidate {
  readonly origin: "server" | "device";
  readonly content: DraftContent;
  /** ISO 8601; the server's clock or the device's, so good for showing, not for deciding. */
  readonly typedAt: string;
}

export type DraftChoice =
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly candidate: DraftCandidate }
  /** None is built on the other: the person chooses. Newest first. */
  | { readonly kind: "several"; readonly candidates: readonly DraftCandidate[] };

/** Do two drafts say the same? The base does not count: it says what they were typed on. */
export const sameWords = (a: DraftContent, b: DraftContent): boolean =>
  a.targetText === b.targetText && a.comment === b.comment && a.reason === b.reason;

/**
 * What to go on with when a row is opened. A local copy that was typed on the server's
 * present draft (or on a save whose answer was lost) is newer and wins. Everything else is a conflict in which all are offered: words
 * that stand nowhere else are never dropped. Whatever is chosen, the next save names the
 * version of `server` (0 without one).
 */
export function chooseDraft(server: SavedDraft | null, copies: readonly LocalDraft[]): DraftChoice {
  const unsaved = distinct(
    copies
      .filter((copy) => !(server && sameWords(server, copy)))
      .toSorted((a, b) => b.typedAt.localeCompare(a.typedAt)),
  );
  const stored: readonly DraftCandidate[] = server
    ? [{ origin: "server", content: contentOf(server), typedAt: server.updatedAt }]
    : [];
  const local = unsaved.map(
    (copy): DraftCandidate => ({ origin: "device", content: contentOf(copy), typedAt: copy.typedAt }),
  );
  const [copy] = unsaved;
  const isNewer = copy !== undefined && unsaved.length === 1 && (!server || isBuiltOn(copy, server));
  const candidates = isNewer ? local : [...local, ...stored];
  const [only] = candidates;
  if (!only) return { kind: "none" };
  if (candidates.length === 1) return { kind: "one", candidate: only };
  return {
    kind: "several",
    candidates: candidates.toSorted((a, b) => b.typedAt.localeCompare(a.typedAt)),
  };
}

const isBuiltOn = (copy: LocalDraft, server: SavedDraft): boolean =>
  copy.version === server.version || (copy.sent !== null && sameWords(copy.sent, server));

/** The words of a draft without what belongs to its place. */
export const contentOf = ({ baseRevisionId, targetText, comment, reason }: DraftContent): DraftContent => ({
  baseRevisionId,
  targetText,
  comment,
  reason,
});

const distinct = (copies: readonly LocalDraft[]): readonly LocalDraft[] =>
  copies.filter((copy, index) => copies.findIndex((other) => sameWords(other, copy)) === index);
