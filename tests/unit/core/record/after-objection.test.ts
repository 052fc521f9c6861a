import { expect, it } from "vitest";
import { checkDecision, type StoredDecision } from "@/lib/core/record/check-decisions";
import type { ObjectedText } from "@/lib/core/review/objection";

const hash = (text: string) => `#${text}`;
const revision = {
  id: "r",
  segmentId: "s",
  number: 1,
  parentId: null,
  targetText: "Text.",
  textHash: "#Text.",
  authorId: "author",
  proposalId: null,
  proposalVersion: null,
  fromRevisionIds: [],
};
const history = {
  revisions: new Map([["r", revision]]),
  segments: new Map(),
  proposalWriters: new Map(),
  importerId: "importer",
};

/** What is found of an approval by "first". */
function found(objected: ObjectedText<string> | null, fourEyes = true): readonly string[] {
  const decision: StoredDecision = {
    id: "d",
    kind: "approve",
    segmentId: "s",
    proposalId: null,
    proposalVersion: null,
    revisionId: "r",
    textHash: "#Text.",
    approvedHash: null,
    actorId: "first",
    ownWords: false,
    policy: { fourEyes, approvals: 1, secondEditor: true },
    approverIds: [],
    objected,
    events: 1,
    isUndone: false,
  };
  return checkDecision(decision, history, hash).map(({ code }) => code);
}

it("finds an approval again by whoever had approved the text before the objection", () => {
  expect(found({ beforeIds: ["first"], sinceIds: ["first"] })).toEqual(["approved-after-objection"]);
});

it("finds nothing where nobody objected, somebody else has agreed since, or it is the first approval", () => {
  expect(found(null)).toEqual([]);
  expect(found({ beforeIds: ["first"], sinceIds: ["second"] })).toEqual([]);
  expect(found({ beforeIds: ["second"], sinceIds: [] })).toEqual([]);
});

it("asks for nobody else without four eyes", () => {
  expect(found({ beforeIds: ["first"], sinceIds: [] }, false)).not.toContain("approved-after-objection");
});
