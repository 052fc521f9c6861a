import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import type { ProposalId, UserId } from "@/lib/core/shared/ids";
import { setMember } from "@/lib/db/projects";
import type { ServiceContext } from "@/lib/services/context";
import { decideMany } from "@/lib/services/decisions/decide-many";
import { saveImport } from "@/lib/services/imports/edit-import";
import { startImport } from "@/lib/services/imports/start-import";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readBitext, readRows } from "@/lib/services/translations/read-bitext";
import { signInWithIdentity } from "@/lib/services/users/sign-in-with-identity";
import { check } from "@/tests/fault/check";
import { comment, propose, seen } from "@/tests/support/acts";
import { alignmentOf, repair } from "@/tests/support/alignment";
import { type Answer, code, look, refusesEach, watched } from "@/tests/support/own-words";
import { filed } from "@/tests/support/reports";
import { NOW, type PersonName, rowAt, type Scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await watched();
});
afterAll(() => the.close());

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
    approveSegment(the.as("importer"), await look(the, 5)),

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
    return approveSegment(the.as("editor"), await look(the, 11));
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
};

const refusedBy = (left: { readonly code: string } | undefined): Answer =>
  left ? { ok: false, error: left } : { ok: true };

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

/** Somebody who comes by an identity provider. */
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

describe("somebody who", () => {
  refusesEach(ATTEMPTS);

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

  it("sees no button for any of it", async () => {
    const bitext = await readBitext(the.as("importer"), the.translationId);
    expect(bitext.ok && bitext.value.head.may.decide).toBe(false);
  });
});

it("leaves nobody among the contributors of what they decided", async () => {
  expect(await check(the.url)).toEqual([]);
});
