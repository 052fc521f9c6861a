import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { previewRevert } from "@/lib/services/reverts/preview-revert";
import { revertAccount } from "@/lib/services/reverts/revert-account";
import { check } from "@/tests/fault/check";
import { propose, taken } from "@/tests/support/acts";
import { RACE_ROUNDS } from "@/tests/support/race-rounds";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const TEXT = "The old tower stands by the river and nobody lives in it.";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 2 * RACE_ROUNDS }, (_, i) => [`Satz ${i}.`, TEXT] as const));
});
afterAll(() => the.close());

/** Carries out what is shown of one row. */
async function revertRow(index: number) {
  const shown = await previewRevert(the.as("admin"), the.people.translator);
  if (!shown.ok) throw new Error(shown.error.code);
  const { id } = await rowAt(the, index);
  const proposals = shown.value.open.filter(({ segmentId }) => segmentId === id);
  const texts = shown.value.texts.filter(({ segmentId }) => segmentId === id);
  const input = { accountId: the.people.translator, note: "Spam.", idempotencyKey: randomUUID() };
  return () => revertAccount(the.as("admin"), { ...input, proposals, texts });
}

it(`takes words out or lets the next text come, never both, ${RACE_ROUNDS} times`, async () => {
  const tally = { reverted: 0, accepted: 0 };
  for (let round = 0; round < RACE_ROUNDS; round++) {
    taken(
      await acceptProposal(
        the.as("editor"),
        await propose(the, "translator", round, TEXT.replace("old", "cheap")),
      ),
    );
    const next = await propose(
      the,
      "translator2",
      round,
      TEXT.replace("old", "cheap").replace("river", "lake"),
    );
    const revert = await revertRow(round);
    const [reverted, accepted] = await Promise.all([revert(), acceptProposal(the.as("editor2"), next)]);
    if (!reverted.ok) throw new Error(reverted.error.code);
    const isReverted = reverted.value.reverted.length === 1;
    expect(isReverted).toBe(!accepted.ok);
    const row = await rowAt(the, round);
    expect([row.targetText, row.approved]).toEqual(
      isReverted ? [TEXT, false] : [TEXT.replace("old", "cheap").replace("river", "lake"), true],
    );
    if (!isReverted) expect(reverted.value.left).toMatchObject([{ code: "changed-meanwhile" }]);
    tally[isReverted ? "reverted" : "accepted"]++;
    // what is left of it would be shown in every round from here on
    await (await revertRow(round))();
  }
  expect(tally.reverted + tally.accepted).toBe(RACE_ROUNDS);
}, 600_000);

it(`declines an open proposal or lets it be accepted, never both, ${RACE_ROUNDS} times`, async () => {
  for (let round = 0; round < RACE_ROUNDS; round++) {
    const index = RACE_ROUNDS + round;
    const open = await propose(the, "translator", index, TEXT.replace("old", "cheap"));
    const revert = await revertRow(index);
    const [reverted, accepted] = await Promise.all([revert(), acceptProposal(the.as("editor"), open)]);
    if (!reverted.ok) throw new Error(reverted.error.code);
    expect(reverted.value.declined.length).toBe(accepted.ok ? 0 : 1);
    await (await revertRow(index))();
    expect((await rowAt(the, index)).targetText).toBe(TEXT);
  }
}, 600_000);

it("leaves a database in which a program that shares nothing with the services finds nothing wrong", async () => {
  expect(await check(the.url)).toEqual([]);
});
