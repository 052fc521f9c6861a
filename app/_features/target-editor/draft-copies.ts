import type { DraftContent, LocalDraft } from "@/lib/core/review/draft";
import type { SegmentId } from "@/lib/core/shared/ids";

/** The part of `localStorage` that drafts need. */
export interface CopyStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Drafts as this device keeps them, one per paragraph, person and open window: two windows
 * never write over each other's words. Without storage (some browsers forbid it) nothing is kept.
 */
export class DraftCopies {
  private readonly prefix: string;

  constructor(
    private readonly storage: CopyStorage | null,
    userId: string,
    private readonly windowId: string,
  ) {
    this.prefix = `gegenlesen.draft.${userId}.`;
  }

  /** Every copy of a paragraph, of whichever window. */
  list(segmentId: SegmentId): readonly LocalDraft[] {
    return this.keysOf(segmentId).flatMap((key) => {
      const copy = parseCopy(this.storage?.getItem(key) ?? null);
      return copy ? [copy] : [];
    });
  }

  /** Keeps this window's words. False if the device has no room for them. */
  write(segmentId: SegmentId, copy: LocalDraft): boolean {
    try {
      this.storage?.setItem(this.ownKey(segmentId), JSON.stringify(copy));
      return this.storage !== null;
    } catch {
      return false;
    }
  }

  /** Removes this window's copy. */
  remove(segmentId: SegmentId): void {
    this.storage?.removeItem(this.ownKey(segmentId));
  }

  /** Removes the copies of all windows, once a person has chosen among them. */
  removeAll(segmentId: SegmentId): void {
    for (const key of this.keysOf(segmentId)) this.storage?.removeItem(key);
  }

  private ownKey(segmentId: SegmentId): string {
    return `${this.prefix}${segmentId}.${this.windowId}`;
  }

  private keysOf(segmentId: SegmentId): readonly string[] {
    const keys = Array.from({ length: this.storage?.length ?? 0 }, (_, index) => this.storage?.key(index));
    return keys.filter((key) => key != null).filter((key) => key.startsWith(`${this.prefix}${segmentId}.`));
  }
}

/** Anything may stand in the storage of a browser: what is no draft counts as none. */
function parseCopy(json: string | null): LocalDraft | null {
  try {
    const value = JSON.parse(json ?? "null") as Partial<LocalDraft> | null;
    const content = parseContent(value);
    if (!value || !content || typeof value.version !== "number" || typeof value.typedAt !== "string")
      return null;
    const { version, typedAt } = value;
    return { ...content, version, typedAt, sent: parseContent(value.sent) };
  } catch {
    return null;
  }
}

function parseContent(value: Partial<DraftContent> | null | undefined): DraftContent | null {
  if (typeof value?.baseRevisionId !== "string" || typeof value.targetText !== "string") return null;
  const { baseRevisionId, targetText } = value;
  return {
    baseRevisionId,
    targetText,
    comment: typeof value.comment === "string" ? value.comment : "",
    reason: typeof value.reason === "string" ? value.reason : null,
  };
}
