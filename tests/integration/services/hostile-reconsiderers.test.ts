import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { previewRevert } from "@/lib/services/reverts/preview-revert";
import { revertAccount } from "@/lib/services/reverts/revert-account";
import { takeSecondLook } from "@/lib/services/second-looks/take-second-look";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { check } from "@/tests/fault/check";
import { propose, taken } from "@/tests/support/acts";
import {
  type Answer,
  approved,
  code,
  look,
  messages,
  refusesEach,
  reopen,
  reopened,
  watched,
} from "@/tests/support/own-words";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { renew } from "@/tests/support/versions";

let the: Scenario;
beforeAll(async () => {
  the = await watched();
});
afterAll(() => the.close());

/** Each tries to get the person's own words approved by the person, and says what came of it. */
const ATTEMPTS: Readonly<Record<string, () => Promise<Answer>>> = {
  "takes the decline of one's own words back, as an administrator": async () => {
    const declined = await declineProposal(the.as("editor2"), {
      ...(await propose(the, "admin", 15, "Words of an administrator.")),
      reason: "style",
    });
    return undoDecision(the.as("admin"), { decisionId: taken(declined) });
  },

  "takes one's own accepted words out, as an administrator": async () => {
    await acceptProposal(the.as("editor"), await propose(the, "admin", 16, "Words of an administrator."));
    return previewRevert(the.as("admin"), the.people.admin);
  },

  "takes somebody's words out to have one's own back, and approves them": async () => {
    await acceptProposal(the.as("editor"), await propose(the, "admin", 17, "Words of an administrator."));
    await acceptProposal(the.as("editor"), await propose(the, "translator2", 17, "Better words than those."));
    const shown = await previewRevert(the.as("admin"), the.people.translator2);
    if (!shown.ok) throw new Error(shown.error.code);
    const texts = shown.value.texts.filter(({ rowNumber }) => rowNumber === 18);
    const input = { accountId: the.people.translator2, note: "Mine was better.", proposals: [], texts };
    const done = await revertAccount(the.as("admin"), { ...input, idempotencyKey: randomUUID() });
    expect(done.ok && done.value.reverted).toHaveLength(1);
    expect(await rowAt(the, 17)).toMatchObject({ targetText: "Words of an administrator.", approved: false });
    return approveSegment(the.as("admin"), await look(the, 17));
  },

  "takes the second look at one's own approval": async () => {
    const { revisionId, decisionId } = await approved(the, 18, "translator", "editor");
    const { textHash } = await rowAt(the, 18);
    return takeSecondLook(the.as("editor"), {
      decisionId,
      seen: { revisionId, textHash },
      outcome: "confirmed",
      note: "",
    });
  },

  "takes the second look at the approval of one's own words": async () => {
    const { revisionId, decisionId } = await approved(the, 19, "editor2", "editor");
    const { textHash } = await rowAt(the, 19);
    return takeSecondLook(the.as("editor2"), {
      decisionId,
      seen: { revisionId, textHash },
      outcome: "confirmed",
      note: "",
    });
  },

  "imports a new version of somebody else's translation, and accepts a comma in it": () =>
    elsewhere(async (own) => {
      await renew(own, null, ["The train from Trieste", VERSION, "Nobody ever missed it.", "Glass roof."]);
      return acceptProposal(own.as("editor"), await propose(own, "translator", 1, `${VERSION} Sharp.`));
    }),

  "imports a new version, and is one of several who approve a comma in it": () =>
    elsewhere(async (own) => {
      await renew(own, null, ["The train from Trieste", VERSION, "Nobody ever missed it.", "Glass roof."]);
      const policy = { ...DEFAULT_POLICY, approvals: 2 };
      await changePolicy(own.as("admin"), { projectId: own.projectId, seen: 0, policy });
      return acceptProposal(own.as("editor"), await propose(own, "translator", 1, `${VERSION} Sharp.`));
    }),

  "takes an account's words out, and accepts a comma in the text that came of it": () =>
    elsewhere(async (own) => {
      await reverted(own);
      const comma = await propose(own, "translator2", 3, "The roof, is made of crystal.");
      return acceptProposal(own.as("admin"), comma);
    }),

  "accepts a comma in own words of which a second look took the approval": async () => {
    await reopened(the, 22);
    return acceptProposal(the.as("editor"), await propose(the, "translator", 22, "Approved, 22."));
  },

  "accepts a part of what is proposed for own words of which a second look took the approval": async () => {
    await reopened(the, 23);
    const [base, next] = ["Approved 23.", "Well, approved, 23 times."];
    const proposal = await propose(the, "translator", 23, next);
    const [first] = proposalHunks(base, next, { locale: "en" }).hunks;
    return acceptPart(the.as("editor"), { ...proposal, hunks: [first?.id ?? ""] });
  },

  "has own unapproved words approved with somebody else's, that approval taken, and accepts a comma": () =>
    elsewhere(async (own) => {
      const policy = { ...DEFAULT_POLICY, secondLooks: 100 };
      await changePolicy(own.as("admin"), { projectId: own.projectId, seen: 0, policy });
      await renew(own, null, ["The train from Trieste", VERSION, "Nobody ever missed it.", "Glass roof."]);
      const first = await propose(own, "translator", 1, `${VERSION} Sharp.`);
      const decisionId = taken(await acceptProposal(own.as("editor2"), first));
      await reopen(own, 1, decisionId);
      return acceptProposal(own.as("editor"), await propose(own, "translator2", 1, `${VERSION} Sharply.`));
    }),

  "declines what is proposed for own words that nobody has approved": async () => {
    await reopened(the, 24);
    const other = await propose(the, "translator", 24, "Approved, 24.");
    return declineProposal(the.as("editor"), { ...other, note: "Mine is better." });
  },
};

const VERSION = "It leaves at 3.40 p.m. from here.";

/** Does it in a project of its own, which is sound afterwards. */
async function elsewhere(attempt: (own: Scenario) => Promise<Answer>): Promise<Answer> {
  const own = await scenario();
  try {
    const answer = await attempt(own);
    expect(await check(own.url)).toEqual([]);
    return answer;
  } finally {
    await own.close();
  }
}

/** Row 3 with a text that the administrator put together: the words of one translator taken out, the other's left in. */
async function reverted(own: Scenario): Promise<void> {
  await acceptProposal(
    own.as("editor"),
    await propose(own, "translator", 3, "The ceiling is made of glass."),
  );
  await acceptProposal(
    own.as("editor"),
    await propose(own, "translator2", 3, "The ceiling is made of crystal."),
  );
  const shown = await previewRevert(own.as("admin"), own.people.translator);
  if (!shown.ok) throw new Error(shown.error.code);
  const input = {
    accountId: own.people.translator,
    note: "Taken over.",
    proposals: [],
    texts: shown.value.texts,
  };
  await revertAccount(own.as("admin"), { ...input, idempotencyKey: randomUUID() });
  expect(await rowAt(own, 3)).toMatchObject({ targetText: "The roof is made of crystal.", approved: false });
}

describe("somebody who", () => {
  refusesEach(ATTEMPTS);

  it("wrote the text that is changed sees why that is for others, until somebody approves it", async () => {
    await reopened(the, 25);
    const { id } = await rowAt(the, 25);
    const comma = await propose(the, "translator", 25, "Approved, 25.");
    const shown = async () => {
      const detail = await readSegment(the.as("editor"), id);
      return detail.ok ? detail.value.proposals[0] : null;
    };
    expect(await shown()).toMatchObject({ decidable: false, isOnOwnText: true, mine: false });
    for (const locale of ["de", "en"]) expect(messages(locale, "proposal").ownText).toMatch(/\w/);
    expect(code(await approveSegment(the.as("admin"), await look(the, 25)))).toBe("done");
    expect(await shown()).toMatchObject({ decidable: true, isOnOwnText: false });
    expect(code(await acceptProposal(the.as("editor"), comma))).toBe("done");
  });
});

it("leaves nobody among the contributors of what they decided", async () => {
  expect(await check(the.url)).toEqual([]);
});
