import { describe, expect, it } from "vitest";
import type { SavedDraft } from "@/lib/core/review/bitext";
import { chooseDraft, type LocalDraft } from "@/lib/core/review/draft";
import type { RevisionId } from "@/lib/core/shared/ids";
import { random } from "../../../support/random";

const base = "00000000-0000-4000-8000-000000000001" as RevisionId;
const words = (targetText: string) => ({ baseRevisionId: base, targetText, comment: "", reason: null });
const saved = (targetText: string, version: number, updatedAt = "2026-03-01T10:00:00.000Z"): SavedDraft => ({
  ...words(targetText),
  version,
  updatedAt,
});
const copy = (targetText: string, version: number, rest: Partial<LocalDraft> = {}): LocalDraft => ({
  ...words(targetText),
  version,
  typedAt: "2026-03-01T10:00:01.000Z",
  sent: null,
  ...rest,
});

const textsOf = (choice: ReturnType<typeof chooseDraft>): string[] => {
  if (choice.kind === "none") return [];
  const candidates = choice.kind === "one" ? [choice.candidate] : choice.candidates;
  return candidates.map((candidate) => candidate.content.targetText);
};

describe("chooseDraft", () => {
  it("finds nothing where nothing was typed", () => {
    expect(chooseDraft(null, [])).toEqual({ kind: "none" });
  });

  it("takes the server's draft on another device", () => {
    expect(textsOf(chooseDraft(saved("typed at work", 3), []))).toEqual(["typed at work"]);
  });

  it("takes the local copy where the tab was closed before the first save", () => {
    expect(chooseDraft(null, [copy("last words", 0)])).toMatchObject({
      kind: "one",
      candidate: { origin: "device" },
    });
  });

  it("takes the local copy that was typed on the server's present draft", () => {
    expect(textsOf(chooseDraft(saved("last", 3), [copy("last words", 3)]))).toEqual(["last words"]);
  });

  it("takes the local copy if the server has exactly the save whose answer was lost", () => {
    const choice = chooseDraft(saved("last", 4), [copy("last words", 3, { sent: words("last") })]);
    expect(textsOf(choice)).toEqual(["last words"]);
  });

  it("keeps unconfirmed words although the draft they were typed on is gone", () => {
    expect(textsOf(chooseDraft(null, [copy("still mine", 2)]))).toEqual(["still mine"]);
  });

  it("offers both, the newer first, when another device saved meanwhile", () => {
    const choice = chooseDraft(saved("from the phone", 5, "2026-03-01T11:00:00.000Z"), [
      copy("from the train", 3),
    ]);
    expect(choice.kind).toBe("several");
    expect(textsOf(choice)).toEqual(["from the phone", "from the train"]);
  });

  it("offers every tab's unconfirmed words, equal ones once", () => {
    const choice = chooseDraft(saved("a", 1), [copy("b", 1), copy("c", 1), copy("b", 1)]);
    expect(textsOf(choice).toSorted()).toEqual(["a", "b", "c"]);
  });

  it.each(Array.from({ length: 200 }, (_, seed) => seed))("drops no unconfirmed words (seed %i)", (seed) => {
    const next = random(seed);
    const pick = (limit: number) => Math.floor(next() * limit);
    const server = pick(3) === 0 ? null : saved(`text ${pick(4)}`, 1 + pick(3));
    const copies = Array.from({ length: pick(4) }, () =>
      copy(`text ${pick(4)}`, pick(4), {
        sent: pick(2) === 0 ? null : words(`text ${pick(4)}`),
        typedAt: `2026-03-01T10:00:0${pick(9)}.000Z`,
      }),
    );
    const offered = textsOf(chooseDraft(server, copies));
    const unconfirmed = copies.filter((one) => one.targetText !== server?.targetText);
    for (const { targetText } of unconfirmed) expect(offered).toContain(targetText);
    expect(new Set(offered).size).toBe(offered.length);
  });
});
