import { expect, it } from "vitest";
import { checkDecision, type StoredDecision } from "@/lib/core/record/check-decisions";

const hash = (text: string) => `#${text}`;

interface Case extends Partial<Pick<StoredDecision, "kind" | "actorId" | "ownWords" | "isUndone">> {
  readonly fourEyes?: boolean;
  readonly secondEditor?: boolean;
  readonly importerId?: string;
  readonly authorId?: string;
}

/** What is found of a decision on a proposal of the translator's, into which the editor wrote words. */
function found({
  fourEyes = true,
  secondEditor = true,
  importerId = "importer",
  authorId = "translator",
  ...own
}: Case): readonly string[] {
  const decision: StoredDecision = {
    id: "d",
    kind: "accept",
    segmentId: "s",
    proposalId: "p",
    proposalVersion: 2,
    revisionId: "r",
    textHash: "#Text.",
    approvedHash: null,
    actorId: "editor",
    ownWords: true,
    policy: { fourEyes, approvals: 1, secondEditor },
    approverIds: [],
    objected: null,
    events: 1,
    isUndone: false,
    ...own,
  };
  const revision = {
    id: "r",
    segmentId: "s",
    number: 2,
    parentId: null,
    targetText: "Text.",
    textHash: "#Text.",
    authorId,
    proposalId: "p",
    proposalVersion: 2,
    fromRevisionIds: [],
  };
  const history = {
    revisions: new Map([["r", revision]]),
    segments: new Map(),
    proposalWriters: new Map([
      [
        "p",
        [
          { userId: "translator", sinceVersion: 1 },
          { userId: "editor", sinceVersion: 2 },
        ],
      ],
    ]),
    importerId,
  };
  return checkDecision(decision, history, hash).map(({ code }) => code);
}

const OWN = ["decided-own-words"];

it("finds whoever let their own words pass under four eyes", () => {
  expect(found({})).toEqual(OWN);
  expect(found({ kind: "approve" })).toEqual(OWN);
  expect(found({ actorId: "editor2", ownWords: false }), "wrote none of them").toEqual([]);
  expect(found({ isUndone: true }), "let nothing pass any more").toEqual([]);
});

it("finds nothing where there are no four eyes, and the decision says whose words they were", () => {
  expect(found({ fourEyes: false })).toEqual([]);
  expect(found({ fourEyes: false, ownWords: false })).toEqual(OWN);
});

it("lets an editor put words into somebody else's proposal while accepting it, without a second editor", () => {
  expect(found({ secondEditor: false })).toEqual([]);
  expect(found({ secondEditor: false, ownWords: false })).toEqual(OWN);
});

it("asks for a second editor where it was not accepted, was their own, or they had imported the text", () => {
  expect(found({ secondEditor: false, kind: "approve" })).toEqual(OWN);
  expect(found({ secondEditor: false, authorId: "editor" })).toEqual(OWN);
  expect(found({ secondEditor: false, importerId: "editor" })).toEqual(OWN);
});
