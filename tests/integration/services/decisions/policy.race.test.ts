import { afterAll, beforeAll, expect, it } from "vitest";
import { DEFAULT_POLICY, type Policy } from "@/lib/core/policy/policy";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { check } from "@/tests/fault/check";
import { propose, seen } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const ROUNDS = 20;

let the: Scenario;
let policies = 0;
beforeAll(async () => {
  the = await scenario(
    Array.from({ length: ROUNDS + 4 }, (_, i) => [`Zeile ${i}.`, `Row number ${i}.`] as const),
  );
});
afterAll(() => the.close());

async function change(policy: Partial<Policy>) {
  const input = { projectId: the.projectId, seen: policies, policy: { ...DEFAULT_POLICY, ...policy } };
  const changed = await changePolicy(the.as("admin"), input);
  policies++;
  expect(changed).toEqual({ ok: true, value: { number: policies } });
}

/** What an act comes to that has begun, and waits for its row, while the policy is changed. */
async function whileHeld<T>(row: number, act: () => Promise<T>, policy: Partial<Policy>): Promise<T> {
  const { id } = await rowAt(the, row);
  const holder = await the.db.pool.connect();
  await holder.query("BEGIN");
  await holder.query(`SELECT FROM "Segment" WHERE "id" = $1 FOR UPDATE`, [id]);
  const acting = act();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await change(policy);
  await holder.query("COMMIT");
  holder.release();
  return acting;
}

async function expectNothingWrong() {
  expect((await verifyInstallation(the.db.pool)).findings).toEqual([]);
  expect(await check(the.url)).toEqual([]);
}

it("refuses own words that were sent before, and decided after, four eyes were asked for", async () => {
  await change({ fourEyes: false });
  const own = await propose(the, "editor", 0, "Line number 0.");
  const done = await whileHeld(0, () => acceptProposal(the.as("editor"), own), { fourEyes: true });
  expect(done).toEqual({ ok: false, error: { code: "own-words" } });
  await expectNothingWrong();
});

it("counts an approval as one of two that was sent before, and decided after, two were asked for", async () => {
  const proposal = await propose(the, "translator", 1, "Line number 1.");
  const done = await whileHeld(1, () => acceptProposal(the.as("editor"), proposal), { approvals: 2 });
  expect(done).toMatchObject({ ok: true, value: { missing: 1 } });
  const more = await propose(the, "translator", 2, "Line number 2.");
  expect(await acceptProposal(the.as("editor"), more)).toMatchObject({ value: { missing: 1 } });
  const third = await whileHeld(2, () => acceptProposal(the.as("editor2"), more), { approvals: 3 });
  expect(third).toMatchObject({ ok: true, value: { missing: 1 } });
  const last = await seen(the, 2, more.proposalId);
  const fewer = await whileHeld(2, () => acceptProposal(the.as("admin"), last), { approvals: 1 });
  expect(fewer).toMatchObject({ ok: true, value: { missing: 0 } });
  await expectNothingWrong();
});

it("lets every decision be one under the policy that it names, whatever comes first", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await change({ fourEyes: false });
    const own = await propose(the, "editor", round + 3, `Line number ${round}.`);
    const [done] = await Promise.all([acceptProposal(the.as("editor"), own), change({ fourEyes: true })]);
    if (!done.ok) expect(done.error.code, `round ${round}`).toBe("own-words");
  }
  await expectNothingWrong();
});
