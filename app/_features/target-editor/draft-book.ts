import type { SavedDraft } from "@/lib/core/review/bitext";
import { chooseDraft, type DraftChoice } from "@/lib/core/review/draft";
import type { SegmentId } from "@/lib/core/shared/ids";
import { DraftCopies } from "./draft-copies";
import { DraftSaver } from "./draft-saver";
import { draftRoute } from "./draft-transport";

const EVENTS = ["blur", "focus", "online", "pagehide"] as const;

/**
 * The drafts of one page: a paragraph that is closed before its last words are saved goes on
 * saving, and is found again when it is opened.
 */
export class DraftBook {
  private readonly savers = new Map<SegmentId, DraftSaver>();
  private readonly copies: DraftCopies;

  constructor(userId: string) {
    this.copies = new DraftCopies(deviceStorage(), userId, randomId());
  }

  /** What to go on with in a paragraph, and who keeps it from now on. */
  open(
    segmentId: SegmentId,
    server: SavedDraft | null,
  ): { readonly saver: DraftSaver; readonly choice: DraftChoice } {
    const known = this.savers.get(segmentId);
    const typed = known?.isBehind() ? known.typed() : null;
    if (known && typed) {
      const candidate = { origin: "device", content: typed, typedAt: now() } as const;
      return { saver: known, choice: { kind: "one", candidate } };
    }
    const choice = chooseDraft(server, this.copies.list(segmentId));
    const saver = new DraftSaver({
      segmentId,
      version: server?.version ?? 0,
      transport: draftRoute,
      copies: this.copies,
      now,
    });
    this.savers.set(segmentId, saver);
    return { saver, choice };
  }

  /** One of several drafts was chosen: what other windows left behind is done with. */
  forgetCopies(segmentId: SegmentId): void {
    this.copies.removeAll(segmentId);
  }

  /** Saves whenever the person turns away, comes back, or the connection does. Gives the end of it. */
  watch(): () => void {
    const flush = () => {
      for (const saver of this.savers.values()) saver.flush();
    };
    const whenHidden = () => {
      if (document.visibilityState === "hidden") flush();
    };
    for (const name of EVENTS) window.addEventListener(name, flush);
    document.addEventListener("visibilitychange", whenHidden);
    return () => {
      flush();
      for (const name of EVENTS) window.removeEventListener(name, flush);
      document.removeEventListener("visibilitychange", whenHidden);
    };
  }
}

const now = (): string => new Date().toISOString();

function deviceStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** A UUID also where the page is served without TLS, and browsers hide their own function for it. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
