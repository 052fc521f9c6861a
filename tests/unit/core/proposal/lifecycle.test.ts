import { expect, it } from "vitest";
import { checkDecision, type DecidableProposal } from "@/lib/core/proposal/lifecycle";
import type { RevisionId, UserId } from "@/lib/core/shared/ids";

const [base, later] = ["revision 1" as RevisionId, "revision 2" as RevisionId];
const [author, editor] = ["author" as UserId, "editor" as UserId];
const open: DecidableProposal = {
  state: "open",
  version: 3,
  textHash: "hash",
  baseRevisionId: base,
  currentRevisionId: base,
  isRetired: false,
  changesRequested: false,
  contributorIds: [author],
};
const seen = { version: 3, textHash: "hash", baseRevisionId: base };

it("lets an editor give each of the three answers to what they have seen", () => {
  for (const kind of ["accept", "decline", "request-changes"] as const)
    expect(checkDecision(kind, open, seen, editor)).toEqual({ ok: true, value: editor });
});

it("takes no answer to another version, another text or another base than was seen", () => {
  for (const other of [{ version: 2 }, { textHash: "other" }, { baseRevisionId: later }])
    for (const kind of ["accept", "decline", "request-changes"] as const)
      expect(checkDecision(kind, open, { ...seen, ...other }, editor)).toEqual({
        ok: false,
        error: "changed-meanwhile",
      });
});

it("answers for four eyes first, then for the state, and lets what cannot be accepted be declined", () => {
  const refusal = (
    kind: Parameters<typeof checkDecision>[0],
    change: Partial<DecidableProposal>,
    by = editor,
  ) => {
    const checked = checkDecision(kind, { ...open, ...change }, seen, by);
    return checked.ok ? null : checked.error;
  };
  expect(refusal("accept", { state: "accepted", version: 4 }, author)).toBe("own-words");
  expect(refusal("accept", { state: "accepted", version: 4 })).toBe("not-open");
  expect(refusal("accept", { currentRevisionId: later })).toBe("conflict");
  expect(refusal("accept", { isRetired: true, currentRevisionId: later })).toBe("realigned");
  expect(refusal("decline", { isRetired: true, currentRevisionId: later })).toBeNull();
  expect(refusal("request-changes", { changesRequested: true })).toBe("already-requested");
  expect(refusal("decline", { changesRequested: true })).toBeNull();
});
