import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { readHistory } from "@/lib/services/segments/read-history";
import { propose } from "@/tests/support/acts";
import { idAt, repair } from "@/tests/support/alignment";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario([
    ["Das Haus ist rot.", "The house is blue."],
    ["Es regnet.", "It is raining."],
    ["Niemand kommt.", "Nobody comes."],
  ]);
});
afterAll(() => the.close());

const historyOf = async (index: number) => {
  const read = await readHistory(the.as("reader"), (await rowAt(the, index)).id);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

it("says whose words are through a join and a later change, and counts no word of a person as the machine's", async () => {
  await acceptProposal(the.as("editor"), await propose(the, "translator", 0, "The house is red."));
  expect(await repair(the, { kind: "join", segmentId: await idAt(the, 0), with: "next" })).toMatchObject({
    ok: true,
  });
  const joined = await historyOf(0);
  expect(joined.entries.map(({ origin }) => origin)).toEqual(["mixed"]);
  const said = ({ stretches }: typeof joined) =>
    stretches.map(({ text, revision, approved }) => [
      text.trim(),
      revision.authorName ?? revision.origin,
      approved?.approverName ?? null,
    ]);
  expect(said(joined)).toEqual([
    ["The house is", "mt", "editor"],
    ["red", "translator", "editor"],
    [".", "mt", "editor"],
    ["It is raining.", "mt", null],
  ]);
  expect(joined.share.segment).toBeCloseTo(1 / 7);
  expect(joined.share.document).toBeCloseTo(1 / 9);

  const text = "The house is red.\n\nIt rains.";
  expect(await acceptProposal(the.as("editor2"), await propose(the, "translator2", 0, text))).toMatchObject({
    ok: true,
  });
  expect(said(await historyOf(0))).toEqual([
    ["The house is", "mt", "editor"],
    ["red", "translator", "editor"],
    [".", "mt", "editor"],
    ["It", "mt", "editor2"],
    ["rains", "translator2", "editor2"],
    [".", "mt", "editor2"],
  ]);
});
