import fc from "fast-check";
import { expect, it } from "vitest";
import { followText } from "@/lib/core/proposal/follow-text";

const word = fc.constantFrom("the", "night", "train", "departs", "at", "noon", "from", "Trieste", "and", "a");
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(" ")}.`);
const runs = { seed: 20261126, numRuns: 1_000 };

it("gives the proposal word for word where the text came back to its base", () => {
  fc.assert(
    fc.property(text, text, (base, proposed) => {
      const followed = followText(base, base, proposed);
      expect(followed).toEqual(
        proposed === base ? { kind: "contained" } : { kind: "rebased", text: proposed },
      );
    }),
    runs,
  );
});

it("closes a proposal only if the current text has what it says, and otherwise changes the text", () => {
  fc.assert(
    fc.property(text, text, text, (base, current, proposed) => {
      const followed = followText(base, current, proposed);
      if (current === proposed) expect(followed).toEqual({ kind: "contained" });
      if (followed.kind === "rebased") expect(followed.text).not.toBe(current);
    }),
    runs,
  );
});
