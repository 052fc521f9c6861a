import { describe, expect, it } from "vitest";
import { DECLINE_REASONS, declineReasonOfDigit } from "@/lib/core/proposal/decline-reasons";
import { mayUndo, UNDOABLE_KINDS, type UndoableDecision, type UndoState } from "@/lib/core/proposal/undo";
import type { DecisionId, RevisionId, UserId } from "@/lib/core/shared/ids";

const editor = { userId: "editor" as UserId, isAdmin: false };
const admin = { userId: "admin" as UserId, isAdmin: true };

const decision = (kind: UndoableDecision["kind"]): UndoableDecision => ({
  id: "d" as DecisionId,
  kind,
  actorId: editor.userId,
  revisionId: "r2" as RevisionId,
  proposalVersion: kind === "approve" ? null : 3,
  isUndone: false,
});

const STATE_AFTER = {
  accept: "accepted",
  "accept-part": "divided",
  decline: "declined",
  request_changes: "open",
  revert: "accepted",
} as const;

const stateAfter = (kind: UndoableDecision["kind"]): UndoState => ({
  currentRevisionId: "r2" as RevisionId,
  standsForIds: ["r2" as RevisionId],
  isRetired: false,
  isPublished: false,
  hasOtherApproval: false,
  proposal:
    kind === "approve"
      ? null
      : {
          state: STATE_AFTER[kind],
          version: 3,
          changesRequested: kind === "request_changes",
          contributorIds: ["author" as UserId],
          authorGoesOn: false,
          rest: kind === "accept-part" ? { state: "open", isAsLeft: true } : null,
        },
});

describe.each(UNDOABLE_KINDS)("%s", (kind) => {
  it("may be undone by its decider and by an administrator while nothing was built on it", () => {
    expect(mayUndo(decision(kind), stateAfter(kind), editor)).toEqual({ ok: true, value: kind });
    expect(mayUndo(decision(kind), stateAfter(kind), admin)).toEqual({ ok: true, value: kind });
  });

  it("may be undone by nobody else, and only once", () => {
    const other = { userId: "editor2" as UserId, isAdmin: false };
    expect(mayUndo(decision(kind), stateAfter(kind), other)).toEqual({
      ok: false,
      error: "not-your-decision",
    });
    expect(mayUndo({ ...decision(kind), isUndone: true }, stateAfter(kind), editor)).toEqual({
      ok: false,
      error: "already-undone",
    });
  });
});

describe.each(["accept", "accept-part", "approve", "revert"] as const)(
  "%s, which moves the text,",
  (kind) => {
    it.each([
      ["moved-on", { standsForIds: ["r3" as RevisionId] }],
      ["published", { isPublished: true }],
      ["realigned", { isRetired: true }],
      ["decided-since", { hasOtherApproval: true }],
    ] as const)("is refused with %s", (fault, change) => {
      const state = { ...stateAfter(kind), ...change };
      expect(mayUndo(decision(kind), state, editor)).toEqual({ ok: false, error: fault });
    });
  },
);

it("does not let an administrator undo a decision on their own words", () => {
  const state = stateAfter("decline");
  const own = { ...state, proposal: state.proposal && { ...state.proposal, contributorIds: [admin.userId] } };
  expect(mayUndo(decision("decline"), own, admin)).toEqual({ ok: false, error: "own-words" });
});

it("does not open a proposal again beside another one of its author", () => {
  for (const kind of ["accept", "decline"] as const) {
    const state = stateAfter(kind);
    const busy = { ...state, proposal: state.proposal && { ...state.proposal, authorGoesOn: true } };
    expect(mayUndo(decision(kind), busy, editor)).toEqual({ ok: false, error: "author-goes-on" });
  }
});

it("does not take a request back that the author has answered, or that was overtaken by a decision", () => {
  const state = stateAfter("request_changes");
  const answered = { ...state, proposal: state.proposal && { ...state.proposal, version: 4 } };
  const declined = {
    ...state,
    proposal: state.proposal && { ...state.proposal, state: "declined" as const },
  };
  expect(mayUndo(decision("request_changes"), answered, editor)).toEqual({ ok: false, error: "moved-on" });
  expect(mayUndo(decision("request_changes"), declined, editor)).toEqual({
    ok: false,
    error: "decided-since",
  });
});

it("does not put a part back into a proposal whose rest was decided, or changed by its author", () => {
  const state = stateAfter("accept-part");
  const withRest = (rest: { state: "open" | "declined"; isAsLeft: boolean }) => ({
    ...state,
    proposal: state.proposal && { ...state.proposal, rest },
  });
  const undo = (rest: Parameters<typeof withRest>[0]) =>
    mayUndo(decision("accept-part"), withRest(rest), editor);
  expect(undo({ state: "declined", isAsLeft: true })).toEqual({ ok: false, error: "decided-since" });
  expect(undo({ state: "open", isAsLeft: false })).toEqual({ ok: false, error: "moved-on" });
});

it("gives every reason of a decline one digit of its own", () => {
  const digits = Array.from({ length: 10 }, (_, digit) => declineReasonOfDigit(digit));
  expect(new Set(digits)).toEqual(new Set(DECLINE_REASONS));
});
