import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CopyStorage, DraftCopies } from "@/app/_features/target-editor/draft-copies";
import { DraftSaver } from "@/app/_features/target-editor/draft-saver";
import type { DraftTransport, SaveAnswer } from "@/app/_features/target-editor/draft-transport";
import type { SavedDraft } from "@/lib/core/review/bitext";
import { chooseDraft, type DraftChoice, type DraftContent } from "@/lib/core/review/draft";
import type { RevisionId, SegmentId } from "@/lib/core/shared/ids";
import { random } from "../../../support/random";

const segmentId = "10000000-0000-4000-8000-000000000001" as SegmentId;
const base = "20000000-0000-4000-8000-000000000001" as RevisionId;
const words = (targetText: string): DraftContent => ({
  baseRevisionId: base,
  targetText,
  comment: "",
  reason: null,
});

function memoryStorage(): CopyStorage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

/** The server's rule for drafts: a save names the version that it replaces. */
class Server implements DraftTransport {
  stored: SavedDraft | null = null;
  saves = 0;
  /** What happens to the next saves: nothing arrives, or the answer is lost on the way back. */
  faults: ("request-lost" | "answer-lost" | "signed-out" | "broken")[] = [];

  async save(_: SegmentId, draft: DraftContent & { version: number }): Promise<SaveAnswer> {
    this.saves += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const fault = this.faults.shift();
    if (fault === "request-lost") return { kind: "unreachable" };
    if (fault === "signed-out" || fault === "broken") return { kind: fault };
    const answer = this.write(draft);
    return fault === "answer-lost" ? { kind: "unreachable" } : answer;
  }

  async discard(): Promise<boolean> {
    this.stored = null;
    return true;
  }

  write({ version, ...content }: DraftContent & { version: number }): SaveAnswer {
    if ((this.stored?.version ?? 0) !== version) return { kind: "changed-meanwhile", stored: this.stored };
    this.stored = { ...content, version: version + 1, updatedAt: "2026-03-01T10:00:00.000Z" };
    return { kind: "saved", version: version + 1 };
  }
}

let tick = 0;
const now = () => new Date(Date.UTC(2026, 2, 1, 9, 0, tick++)).toISOString();

function tab(server: Server, storage: CopyStorage, name: string) {
  const copies = new DraftCopies(storage, "me", name);
  const choice = chooseDraft(server.stored, copies.list(segmentId));
  const saver = new DraftSaver({
    segmentId,
    version: server.stored?.version ?? 0,
    transport: server,
    copies,
    now,
  });
  return { copies, choice, saver };
}

beforeEach(() => {
  vi.useFakeTimers();
  tick = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe("DraftSaver", () => {
  it("keeps each change on the device at once and on the server after a pause", async () => {
    const server = new Server();
    const { saver, copies } = tab(server, memoryStorage(), "a");
    saver.change(words("T"));
    saver.change(words("Th"));
    expect(copies.list(segmentId)[0]?.targetText).toBe("Th");
    expect(server.saves).toBe(0);
    await vi.advanceTimersByTimeAsync(1100);
    expect(server.stored?.targetText).toBe("Th");
    expect(server.saves).toBe(1);
    expect(saver.status().kind).toBe("saved");
    expect(copies.list(segmentId)).toEqual([]);
  });

  it("sends what was typed while a save was under way, on top of it", async () => {
    const server = new Server();
    const { saver } = tab(server, memoryStorage(), "a");
    saver.change(words("one"));
    await vi.advanceTimersByTimeAsync(1020);
    saver.change(words("one two"));
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.stored).toMatchObject({ targetText: "one two", version: 2 });
    expect(saver.status().kind).toBe("saved");
  });

  it("says offline, tries again with growing pauses, and arrives", async () => {
    const server = new Server();
    server.faults = ["request-lost", "request-lost", "request-lost"];
    const { saver } = tab(server, memoryStorage(), "a");
    saver.change(words("from the train"));
    await vi.advanceTimersByTimeAsync(1100);
    expect(saver.status().kind).toBe("offline");
    await vi.advanceTimersByTimeAsync(8000);
    expect(server.stored?.targetText).toBe("from the train");
    expect(saver.status().kind).toBe("saved");
  });

  it("takes a save whose answer was lost for what it is", async () => {
    const server = new Server();
    server.faults = ["answer-lost"];
    const { saver } = tab(server, memoryStorage(), "a");
    saver.change(words("stored, unheard"));
    await vi.advanceTimersByTimeAsync(4000);
    expect(saver.status().kind).toBe("saved");
    expect(server.stored).toMatchObject({ targetText: "stored, unheard", version: 1 });
  });

  it("keeps the text when the person is signed out, and saves after signing in again", async () => {
    const server = new Server();
    server.faults = ["signed-out"];
    const { saver, copies } = tab(server, memoryStorage(), "a");
    saver.change(words("still here"));
    await vi.advanceTimersByTimeAsync(1100);
    expect(saver.status().kind).toBe("signed-out");
    expect(copies.list(segmentId)[0]?.targetText).toBe("still here");
    saver.flush();
    await vi.advanceTimersByTimeAsync(100);
    expect(server.stored?.targetText).toBe("still here");
  });

  it("overwrites nothing when two windows type, and lets the person choose", async () => {
    const server = new Server();
    const storage = memoryStorage();
    const first = tab(server, storage, "a").saver;
    const second = tab(server, storage, "b").saver;
    first.change(words("from window one"));
    await vi.advanceTimersByTimeAsync(1100);
    second.change(words("from window two"));
    await vi.advanceTimersByTimeAsync(1100);
    expect(server.stored?.targetText).toBe("from window one");
    expect(second.status()).toMatchObject({ kind: "conflict", stored: { targetText: "from window one" } });
    second.change(words("from window two, more"));
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.stored?.targetText).toBe("from window one");
    second.keepMine();
    await vi.advanceTimersByTimeAsync(1100);
    expect(server.stored?.targetText).toBe("from window two, more");
  });

  it("gives the other window's words when they are chosen", async () => {
    const server = new Server();
    const storage = memoryStorage();
    const second = tab(server, storage, "b").saver;
    server.write({ ...words("theirs"), version: 0 });
    second.change(words("mine"));
    await vi.advanceTimersByTimeAsync(1100);
    expect(second.takeStored()?.targetText).toBe("theirs");
    second.change(words("theirs, and more"));
    await vi.advanceTimersByTimeAsync(1100);
    expect(server.stored?.targetText).toBe("theirs, and more");
  });

  it("keeps nothing after the end, not even a late answer", async () => {
    const server = new Server();
    const { saver, copies } = tab(server, memoryStorage(), "a");
    saver.change(words("proposed"));
    await vi.advanceTimersByTimeAsync(1010);
    await Promise.all([saver.settle(), vi.advanceTimersByTimeAsync(100)]);
    saver.end();
    saver.change(words("ghost"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(copies.list(segmentId)).toEqual([]);
    expect(server.saves).toBe(1);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    "loses no character to crashes, lost requests and lost answers (seed %i)",
    async (seed) => {
      const next = random(seed);
      const server = new Server();
      const storage = memoryStorage();
      let text = "";
      for (let life = 0; life < 5; life += 1) {
        const { saver, choice } = tab(server, storage, `window ${life}`);
        if (text !== "") expect(textsOf(choice)).toContain(text);
        text = await typeUntilCrash(saver, server, text, next);
      }
    },
  );
});

const textsOf = (choice: DraftChoice): readonly string[] => {
  if (choice.kind === "none") return [];
  const candidates = choice.kind === "one" ? [choice.candidate] : choice.candidates;
  return candidates.map((one) => one.content.targetText);
};

/** Twelve strokes on a bad connection; then the window's timers and requests end with it. */
async function typeUntilCrash(saver: DraftSaver, server: Server, before: string, next: () => number) {
  let text = before;
  for (let stroke = 0; stroke < 12; stroke += 1) {
    text += String.fromCharCode(97 + Math.floor(next() * 26));
    saver.change(words(text));
    if (next() < 0.3) server.faults.push(next() < 0.5 ? "request-lost" : "answer-lost");
    await vi.advanceTimersByTimeAsync(next() * 1500);
  }
  vi.clearAllTimers();
  return text;
}
