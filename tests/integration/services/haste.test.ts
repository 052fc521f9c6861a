import { afterAll, beforeAll, expect, it } from "vitest";
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
    Array.from({ length: 2 * ROWS }, (_, i) => [`${SENTENCE} ${i}`, `${SENTENCE} ${i}!`] as const),
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
  const told = [{ name: "editor", hasty: ROWS - 1, all: ROWS }];
  expect(await readHaste(at("editor2", 3600))).toEqual(told);
  expect(await readHaste(at("translator", 3600))).toEqual([]);
  expect(await readHaste({ ...the.as(null), now: () => NOW })).toEqual([]);
  expect(await readHaste(at("editor2", 8 * 24 * 3600))).toEqual([]);
});
