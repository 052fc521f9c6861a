import type { SavedDraft } from "@/lib/core/review/bitext";
import { contentOf, type DraftContent, sameWords } from "@/lib/core/review/draft";
import type { SegmentId } from "@/lib/core/shared/ids";
import type { DraftCopies } from "./draft-copies";
import type { DraftTransport, SaveAnswer } from "./draft-transport";

export type DraftStatus =
  /** Nothing typed, and no draft. */
  | { readonly kind: "untouched" }
  | { readonly kind: "saved" | "saving" | "offline" | "signed-out" }
  | { readonly kind: "failed"; readonly code: string }
  /** Another window saved, proposed or discarded (`stored` is null) meanwhile. */
  | { readonly kind: "conflict"; readonly stored: SavedDraft | null };

const PAUSE_MS = 1_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

interface Parts {
  readonly segmentId: SegmentId;
  /** Version of the server's draft when the row was opened; 0 for none. */
  readonly version: number;
  readonly transport: DraftTransport;
  readonly copies: DraftCopies;
  readonly now: () => string;
}

/**
 * Keeps what is typed in one paragraph: on this device at once, on the server a second later.
 * One request at a time, each naming the version that it replaces, so that two windows can
 * never write over each other. Lives on after the row is closed until all is saved.
 */
export class DraftSaver {
  private content: DraftContent | null = null;
  private confirmed: DraftContent | null = null;
  private version: number;
  private current: DraftStatus = { kind: "untouched" };
  private timer: ReturnType<typeof setTimeout> | null = null;
  private request: Promise<void> | null = null;
  private retryMs = FIRST_RETRY_MS;
  private isOver = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: Parts) {
    this.version = parts.version;
    if (parts.version > 0) this.current = { kind: "saved" };
  }

  readonly status = (): DraftStatus => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What was typed last, if anything. */
  typed(): DraftContent | null {
    return this.content;
  }

  /** Are there words that the server has not confirmed? */
  isBehind(): boolean {
    return this.content !== null && !(this.confirmed && sameWords(this.content, this.confirmed));
  }

  /** Something was typed: kept on this device before this returns. */
  change(content: DraftContent): void {
    if (this.isOver) return;
    this.content = content;
    this.writeCopy(null);
    if (this.current.kind === "conflict") return;
    this.set({ kind: "saving" });
    this.schedule(PAUSE_MS);
  }

  /** Saves now, in a request that outlives the page. While one is under way, its end looks again. */
  flush(): void {
    if (this.isOver || !this.isBehind() || this.current.kind === "conflict") return;
    this.stopTimer();
    if (this.request) return;
    this.request = this.send().finally(() => {
      this.request = null;
      if (this.current.kind === "saving" && this.isBehind()) this.schedule(PAUSE_MS);
    });
  }

  /** No more timers, and the end of the request that is under way: before the text goes another way. */
  async settle(): Promise<void> {
    this.stopTimer();
    await this.request;
    this.stopTimer();
  }

  /** The text was proposed or discarded: nothing is kept any more. */
  end(): void {
    this.isOver = true;
    this.stopTimer();
    this.parts.copies.removeAll(this.parts.segmentId);
    this.content = null;
  }

  /** Begins anew after the server's draft is gone, with nothing typed. */
  restart(): void {
    this.isOver = false;
    this.version = 0;
    this.content = null;
    this.confirmed = null;
    this.set({ kind: "untouched" });
  }

  /** In a conflict: these words count, whatever the other window saved. */
  keepMine(): void {
    if (this.current.kind !== "conflict") return;
    this.version = this.current.stored?.version ?? 0;
    this.set({ kind: "saving" });
    this.flush();
  }

  /** In a conflict: the other window's words count. Gives them, null if it has proposed or discarded. */
  takeStored(): DraftContent | null {
    if (this.current.kind !== "conflict") return null;
    const { stored } = this.current;
    this.parts.copies.remove(this.parts.segmentId);
    this.version = stored?.version ?? 0;
    this.content = stored && contentOf(stored);
    this.confirmed = this.content;
    this.set(stored ? { kind: "saved" } : { kind: "untouched" });
    return this.content;
  }

  private schedule(ms: number): void {
    this.stopTimer();
    if (!this.isOver) this.timer = setTimeout(() => this.flush(), ms);
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async send(): Promise<void> {
    const { content } = this;
    if (!content) return;
    const { segmentId, transport } = this.parts;
    this.writeCopy(content);
    this.set({ kind: "saving" });
    const answer = await transport.save(segmentId, { ...content, version: this.version });
    if (!this.isOver) this.take(answer, content);
  }

  private take(answer: SaveAnswer, sent: DraftContent): void {
    switch (answer.kind) {
      case "saved":
        this.takeSaved(answer.version, sent);
        break;
      case "changed-meanwhile":
        this.takeConflict(answer.stored, sent);
        break;
      case "refused":
        this.set({ kind: "failed", code: answer.code });
        break;
      case "signed-out":
        this.set({ kind: "signed-out" });
        break;
      case "unreachable":
      case "broken":
        this.set(answer.kind === "broken" ? { kind: "failed", code: "unknown" } : { kind: "offline" });
        this.schedule(this.retryMs);
        this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
    }
  }

  private takeSaved(version: number, sent: DraftContent): void {
    this.version = version;
    this.confirmed = sent;
    this.retryMs = FIRST_RETRY_MS;
    if (this.isBehind()) {
      this.writeCopy(null);
      return;
    }
    this.parts.copies.remove(this.parts.segmentId);
    this.set({ kind: "saved" });
  }

  /** The save whose answer was lost comes back as a conflict with itself. */
  private takeConflict(stored: SavedDraft | null, sent: DraftContent): void {
    if (stored && sameWords(stored, sent)) {
      this.takeSaved(stored.version, sent);
      return;
    }
    this.set({ kind: "conflict", stored });
  }

  private writeCopy(sent: DraftContent | null): void {
    if (!this.content) return;
    const { copies, segmentId, now } = this.parts;
    copies.write(segmentId, { ...this.content, version: this.version, typedAt: now(), sent });
  }

  private set(status: DraftStatus): void {
    this.current = status;
    for (const listener of this.listeners) listener();
  }
}
