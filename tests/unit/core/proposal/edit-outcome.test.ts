import { expect, it } from "vitest";
import { editOutcome } from "@/lib/core/proposal/edit-outcome";

it("asks for a second editor as soon as one character differs, or the editor chose between two texts", () => {
  expect(editOutcome({ proposed: "A b.", edited: "A b.", isMoved: false })).toBe("accept");
  expect(editOutcome({ proposed: "A b.", edited: "A b. ", isMoved: false })).toBe("wait");
  expect(editOutcome({ proposed: "A b.", edited: "A b.", isMoved: true })).toBe("wait");
});

it("accepts at once only where the policy says so", () => {
  const policy = { secondEditor: false };
  expect(editOutcome({ proposed: "A b.", edited: "A c.", isMoved: false }, policy)).toBe("accept-edited");
  expect(editOutcome({ proposed: "A b.", edited: "A b.", isMoved: false }, policy)).toBe("accept");
});
