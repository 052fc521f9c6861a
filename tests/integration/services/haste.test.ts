import { afterAll, beforeAll, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { readHaste } from "@/lib/services/proposals/read-haste";
import { propose } from "@/tests/support/acts";
import { NOW, type PersonName, type Scenario, scenario } from "@/tests/support/scenario";

const SENTENCE =
  "The old mill stands by the river, and nobody has ever counted the steps that lead down to it.";
const ROWS = 6;

let the: Scenario;
beforeAll(async () => {
  the = await scenario(
    Array.from({ length: 3 * ROWS }, (_, i) => [`${SENTENCE} ${i}`, `${SENTENCE} ${i}!`] as const),
  );
});
afterAll(() => the.close());

/** As somebody, `seconds` after the scenario began. */
const at = (name: PersonName, seconds: number) => ({
  ...the.as(name),
  now: () => new Date(NOW.getTime() + seconds * 1000),
});

it("tells those who decide who approved faster than one can read, in the last seven days", async () => {
  for (let row = 0; row < ROWS; row++) {
    const hasty = await propose(the, "translator", row, `${SENTENCE} Better ${row}.`);
    expect(await acceptProposal(at("editor", row), hasty)).toMatchObject({ ok: true });
    const read = await propose(the, "translator", ROWS + row, `${SENTENCE} Better still ${row}.`);
    expect(await acceptProposal(at("editor2", 60 * row), read)).toMatchObject({ ok: true });
  }
  // of the first one nobody knows how long it took
  const told = [{ personId: the.people.editor, name: "editor", hasty: ROWS - 1, all: ROWS }];
  expect(await readHaste(at("editor2", 3600))).toEqual(told);
  expect(await readHaste(at("translator", 3600))).toEqual([]);
  expect(await readHaste({ ...the.as(null), now: () => NOW })).toEqual([]);
  expect(await readHaste(at("editor2", 8 * 24 * 3600))).toEqual([]);
});

it("times the approvals before the last one, too, where several are asked for", async () => {
  const twice = { ...DEFAULT_POLICY, approvals: 2 };
  await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy: twice });
  for (let row = 0; row < ROWS; row++) {
    const proposal = await propose(the, "translator", 2 * ROWS + row, `${SENTENCE} Best ${row}.`);
    expect(await acceptProposal(at("admin", 600 + row), proposal)).toMatchObject({ value: { missing: 1 } });
  }
  expect(await readHaste(at("editor2", 3600))).toContainEqual({
    personId: the.people.admin,
    name: "admin",
    hasty: ROWS - 1,
    all: ROWS,
  });
});
