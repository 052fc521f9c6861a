import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction, type Queryable } from "@/lib/db/client";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishIn, publishTranslation } from "@/lib/services/publications/publish-translation";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { propose, seen, taken } from "@/tests/support/acts";
import { type Scenario, scenario } from "@/tests/support/scenario";

const ROUNDS = 20;

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
});
afterAll(() => the.close());

/** With a clock that goes: what was published before a decision does not keep it from being undone. */
const editor = () => ({ ...the.as("editor"), now: () => new Date() });

/** A transaction that stops before it stores what it has read, until it is let go on. */
function stopping(tx: Queryable) {
  let go = () => {};
  let arrive = () => {};
  const released = new Promise<void>((resolve) => {
    go = resolve;
  });
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const query = async (...args: Parameters<Queryable["query"]>) => {
    if (String(args[0]).startsWith('INSERT INTO "Publication"')) {
      arrive();
      await released;
    }
    return tx.query(...args);
  };
  return { tx: { query } as Queryable, arrived, go };
}

it("waits for a publication that has read the text, and then takes nothing back that was published", async () => {
  const proposal = await propose(the, "translator", 0, "The train that was published");
  const decisionId = taken(await acceptProposal(editor(), proposal));
  const { editor: userId } = the.people;
  const granted = { userId, projectId: the.projectId, role: "editor" } as const;
  let undoing: ReturnType<typeof undoDecision> | undefined;
  const published = await inTransaction(the.db, async (tx) => {
    const slow = stopping(tx);
    const publishing = publishIn(slow.tx, the.translationId, granted, editor().now);
    await slow.arrived;
    undoing = undoDecision(editor(), { decisionId });
    const first = await Promise.race([undoing, new Promise((resolve) => setTimeout(resolve, 400, "waits"))]);
    slow.go();
    expect(first).toBe("waits");
    return publishing;
  });
  expect(published).toMatchObject({ ok: true });
  expect(await undoing).toEqual({ ok: false, error: { code: "published" } });
});

it("lets no text be published and taken back at the same moment", async () => {
  const outcomes = new Set<boolean>();
  for (let round = 0; round < ROUNDS; round++) {
    const text = `The train, round ${round}`;
    const proposal = await propose(the, "translator", 0, text);
    const decisionId = taken(await acceptProposal(editor(), proposal));
    const input = { translationId: the.translationId };
    const publish = () => publishTranslation(editor(), input);
    const undo = () => undoDecision(editor(), { decisionId });
    const undoFirst = round % 2 === 1 ? undo() : null;
    const [published, undone] = await Promise.all([publish(), undoFirst ?? undo()]);
    expect(published).toMatchObject({ ok: true });
    const { rows } = await the.db.pool.query<{ text: string }>(
      `SELECT "snapshot"->'segments'->0->'target'->0->>'text' AS "text" FROM "Publication" ORDER BY "number" DESC LIMIT 1`,
    );
    expect(rows[0]?.text === text, `round ${round}`).toBe(!undone.ok);
    outcomes.add(undone.ok);
    if (undone.ok) taken(await acceptProposal(editor(), await seen(the, 0, proposal.proposalId)));
  }
  expect(outcomes.size).toBe(2);
  expect((await verifyInstallation(the.db.pool)).findings).toEqual([]);
});
