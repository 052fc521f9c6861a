import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import type { ProposalId, UserId } from "@/lib/core/shared/ids";
import { setMember } from "@/lib/db/projects";
import type { ServiceContext } from "@/lib/services/context";
import { decideMany } from "@/lib/services/decisions/decide-many";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { saveImport } from "@/lib/services/imports/edit-import";
import { startImport } from "@/lib/services/imports/start-import";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { previewRevert } from "@/lib/services/reverts/preview-revert";
import { revertAccount } from "@/lib/services/reverts/revert-account";
import { takeSecondLook } from "@/lib/services/second-looks/take-second-look";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readBitext, readRows, readSegment } from "@/lib/services/translations/read-bitext";
import { signInWithIdentity } from "@/lib/services/users/sign-in-with-identity";
import { check } from "@/tests/fault/check";
import { comment, propose, seen, taken } from "@/tests/support/acts";
import { alignmentOf, repair } from "@/tests/support/alignment";
import { filed, publish } from "@/tests/support/reports";
import { NOW, type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { renew } from "@/tests/support/versions";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 30 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const));
  const policy = { ...DEFAULT_POLICY, secondLooks: 100 };
  await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy });
  await publish(the);
});
afterAll(() => the.close());

type Answer = { readonly ok: boolean; readonly error?: { readonly code: string } };
const code = (answer: Answer): string => (answer.ok ? "done" : (answer.error?.code ?? ""));

const look = async (index: number) => {
  const { id: segmentId, revisionId, textHash } = await rowAt(the, index);
  return { segmentId, revisionId, textHash };
};
const withdraw = (by: PersonName, proposalId: Awaited<ReturnType<typeof propose>>["proposalId"]) =>
  withdrawProposal(the.as(by), { proposalId, version: 1 });

/** Each tries to get the person's own words approved by the person, and says what came of it. */
const ATTEMPTS: Readonly<Record<string, () => Promise<Answer>>> = {
  "accepts a proposal of one's own": async () =>
    acceptProposal(the.as("editor"), await propose(the, "editor", 0, "My own words.")),

  "declines a proposal of one's own, to decide on it at least in some way": async () =>
    declineProposal(the.as("editor"), { ...(await propose(the, "editor", 1, "My own words.")), note: "No." }),

  "withdraws it and has a colleague send the same words": async () => {
    const { proposalId } = await propose(the, "editor", 2, "Words on loan.");
    await withdraw("editor", proposalId);
    return acceptProposal(the.as("editor"), await propose(the, "translator", 2, "Words on loan."));
  },

  "has a colleague take the words over into a proposal that was somebody else's": async () => {
    const { proposalId } = await propose(the, "translator", 3, "Words of a translator.");
    await propose(the, "editor", 3, "Words of an editor.");
    const text = { targetText: "Words of an editor.", comment: "", reason: null };
    const { revisionId } = await rowAt(the, 3);
    await reviseProposal(the.as("translator"), {
      proposalId,
      version: 1,
      baseRevisionId: revisionId,
      ...text,
    });
    return acceptProposal(the.as("editor"), await seen(the, 3, proposalId));
  },

  "has a colleague bring back an earlier text of one's own": async () => {
    await acceptProposal(the.as("editor2"), await propose(the, "editor", 4, "Earlier words."));
    await acceptProposal(the.as("editor2"), await propose(the, "translator", 4, "Later words."));
    return acceptProposal(the.as("editor"), await propose(the, "translator2", 4, "Earlier words."));
  },

  "approves the machine text that one imported": async () =>
    approveSegment(the.as("importer"), await look(5)),

  "accepts a proposal on the machine text that one imported": async () =>
    acceptProposal(the.as("importer"), await propose(the, "translator", 6, "Other words.")),

  "imports through the command line's services and approves in the browser": async () => {
    return approveSegment(the.as("editor"), await importedRow("editor"));
  },

  "writes as a translator and decides as an editor": async () => {
    const own = await propose(the, "translator2", 8, "Written before the promotion.");
    await setMember(the.db.pool, the.projectId, the.people.translator2, "editor", NOW);
    const answer = await acceptProposal(the.as("translator2"), own);
    await setMember(the.db.pool, the.projectId, the.people.translator2, "translator", NOW);
    return answer;
  },

  "comes back through the identity provider with the same verified address": async () => {
    const own = await propose(the, "editor", 9, "Words of one person.");
    return acceptProposal(await throughProvider("Editor@Example.org", true), own);
  },

  "administers the installation and decides on own words": async () => {
    const own = await propose(the, "admin", 10, "Words of an administrator.");
    const actor = { kind: "user", userId: the.people.admin, isAdmin: true } as const;
    return acceptProposal({ ...the.as("admin"), actor }, own);
  },

  "approves a row of which one wrote a part, after a repair put it together": async () => {
    await acceptProposal(the.as("editor2"), await propose(the, "editor", 11, "Half of it."));
    const { entries } = await alignmentOf(the);
    const segmentId = entries[11]?.id;
    if (!segmentId) throw new Error("no such row");
    await repair(the, { kind: "join", segmentId, with: "next" }, "editor2");
    return approveSegment(the.as("editor"), await look(11));
  },

  "slips own words into an act on many": async () => {
    const others = await propose(the, "translator", 13, "Words of others.");
    const own = await propose(the, "editor", 14, "My own words.");
    const items = [others, own];
    const sent = { kind: "accept", items, note: "", idempotencyKey: randomUUID() } as const;
    const done = await decideMany(the.as("editor"), sent);
    if (!done.ok) throw new Error(done.error.code);
    expect(done.value.done).toEqual([others.proposalId]);
    return refusedBy(done.value.left.find(({ id }) => id === own.proposalId));
  },

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
    return approveSegment(the.as("admin"), await look(17));
  },

  "takes the second look at one's own approval": async () => {
    const { revisionId, decisionId } = await approved(18, "translator", "editor");
    const { textHash } = await rowAt(the, 18);
    return takeSecondLook(the.as("editor"), {
      decisionId,
      seen: { revisionId, textHash },
      outcome: "confirmed",
      note: "",
    });
  },

  "takes the second look at the approval of one's own words": async () => {
    const { revisionId, decisionId } = await approved(19, "editor2", "editor");
    const { textHash } = await rowAt(the, 19);
    return takeSecondLook(the.as("editor2"), {
      decisionId,
      seen: { revisionId, textHash },
      outcome: "confirmed",
      note: "",
    });
  },

  "writes the words into a comment, and has the author send them": async () => {
    const first = await propose(the, "translator", 20, "Words of a translator.");
    await comment(the, "editor", first, "Please write: Words of an editor, in a comment.");
    const { revisionId } = await rowAt(the, 20);
    await reviseProposal(the.as("translator"), {
      proposalId: first.proposalId,
      version: 1,
      baseRevisionId: revisionId,
      targetText: "Words of an editor, in a comment.",
      comment: "",
      reason: null,
    });
    return acceptProposal(the.as("editor"), await seen(the, 20, first.proposalId));
  },

  "reports an error as a reader with an account, and accepts the proposal that it is": async () => {
    // two rows before it are one now
    const report = { slug: "satz-0", anchor: "p-23", passage: "Sentence 22", wording: "Phrase 22" };
    await filed(the, "editor", report);
    const proposal = await the.db.prisma.proposal.findFirstOrThrow({ where: { targetText: "Phrase 22." } });
    return acceptProposal(the.as("editor"), await seen(the, 21, proposal.id as ProposalId));
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
    await reopened(22);
    return acceptProposal(the.as("editor"), await propose(the, "translator", 22, "Approved, 22."));
  },

  "accepts a part of what is proposed for own words of which a second look took the approval": async () => {
    await reopened(23);
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
    await reopened(24);
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

/** Somebody who took no part in it objects to an approval. */
async function reopen(own: Scenario, index: number, decisionId: ReturnType<typeof taken>): Promise<void> {
  const { revisionId, textHash } = await rowAt(own, index);
  const look = { decisionId, seen: { revisionId, textHash }, outcome: "reopened", note: "Look." } as const;
  expect(await takeSecondLook(own.as("admin"), look)).toMatchObject({ ok: true });
}

/** A row with words of the editor's that were approved, and are so no more. */
async function reopened(index: number): Promise<void> {
  const { decisionId } = await approved(index, "editor", "editor2");
  await reopen(the, index, decisionId);
}

const refusedBy = (left: { readonly code: string } | undefined): Answer =>
  left ? { ok: false, error: left } : { ok: true };

/** An approval that the sample picked. */
async function approved(index: number, by: PersonName, decider: PersonName) {
  const accepted = await acceptProposal(the.as(decider), await propose(the, by, index, `Approved ${index}.`));
  const decisionId = taken(accepted);
  const { revisionId } = await rowAt(the, index);
  return { decisionId, revisionId };
}

/** The first row of a document that the person has just imported. */
async function importedRow(by: PersonName) {
  const file = (name: string, text: string) => ({
    kind: "file" as const,
    name,
    bytes: new TextEncoder().encode(text),
  });
  const started = await startImport(the.as(by), {
    projectId: the.projectId,
    documentId: null,
    source: file("source.txt", "Ein eingefügter Satz."),
    target: file("target.txt", "A pasted sentence."),
    title: "Pasted",
    mtEngine: "",
    sourceLocale: "de",
    targetLocale: "en",
  });
  if (!started.ok) throw new Error(started.error.code);
  const saved = await saveImport(the.as(by), { importId: started.value.importId, version: 1 });
  if (!saved.ok) throw new Error(saved.error.code);
  const rows = await readRows(the.as("reader"), saved.value.translationId, 0, 1);
  const row = rows.ok ? rows.value[0] : undefined;
  if (!row) throw new Error("nothing was imported");
  return { segmentId: row.id, revisionId: row.revisionId, textHash: row.textHash };
}

async function throughProvider(email: string, emailVerified: boolean): Promise<ServiceContext> {
  const identity = {
    issuer: "https://idp.example",
    subject: email,
    displayName: "Second",
    email,
    emailVerified,
  };
  const signedIn = await signInWithIdentity(the.as(null), identity);
  if (!signedIn.ok) throw new Error(signedIn.error);
  return {
    ...the.as(null),
    actor: { kind: "user", userId: signedIn.value.userId as UserId, isAdmin: false },
  };
}

const messages = (locale: string, of: "error" | "proposal" = "error") =>
  JSON.parse(
    readFileSync(new URL(`../../../messages/${locale}/workbench.json`, import.meta.url).pathname, "utf8"),
  )[of] as Readonly<Record<string, string>>;

describe("somebody who", () => {
  it.each(Object.keys(ATTEMPTS))("%s is refused, and told so in both languages", async (sentence) => {
    const answer = await ATTEMPTS[sentence]?.();
    const refusal = answer ? code(answer) : "";
    expect(refusal).toBe("own-words");
    for (const locale of ["de", "en"]) expect(messages(locale)[refusal]).toMatch(/\w/);
  });

  it("comes with an address that nobody has verified gets no account at all", async () => {
    const refused = await throughProvider("editor2@example.org", false).catch(
      (error: Error) => error.message,
    );
    expect(refused).toBe("email-not-verified");
  });

  it("switches four eyes off without managing the project is refused", async () => {
    const policy = { ...DEFAULT_POLICY, fourEyes: false };
    const change = { projectId: the.projectId, seen: 1, policy };
    expect(code(await changePolicy(the.as("editor"), change))).toBe("not-allowed");
  });

  it("wrote the text that is changed sees why that is for others, until somebody approves it", async () => {
    await reopened(25);
    const { id } = await rowAt(the, 25);
    const comma = await propose(the, "translator", 25, "Approved, 25.");
    const shown = async () => {
      const detail = await readSegment(the.as("editor"), id);
      return detail.ok ? detail.value.proposals[0] : null;
    };
    expect(await shown()).toMatchObject({ decidable: false, isOnOwnText: true, mine: false });
    for (const locale of ["de", "en"]) expect(messages(locale, "proposal").ownText).toMatch(/\w/);
    expect(code(await approveSegment(the.as("admin"), await look(25)))).toBe("done");
    expect(await shown()).toMatchObject({ decidable: true, isOnOwnText: false });
    expect(code(await acceptProposal(the.as("editor"), comma))).toBe("done");
  });

  it("sees no button for any of it", async () => {
    const bitext = await readBitext(the.as("importer"), the.translationId);
    expect(bitext.ok && bitext.value.head.may.decide).toBe(false);
  });
});

it("leaves nobody among the contributors of what they decided", async () => {
  expect(await check(the.url)).toEqual([]);
});
