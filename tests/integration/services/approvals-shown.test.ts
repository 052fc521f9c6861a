import { afterAll, beforeAll, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import type { RevisionId } from "@/lib/core/shared/ids";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { listOpenQueue } from "@/lib/services/proposals/list-proposals";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { propose } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario([["Ein Satz.", "A sentence."]]);
});
afterAll(() => the.close());

const shown = async () => {
  const listed = await listOpenQueue(the.as("editor2"), 0);
  return listed.ok ? listed.value.items.map(({ approvals }) => approvals) : [];
};

it("shows how many approvals a proposal needs and whose it has, and none of another version", async () => {
  const proposal = await propose(the, "translator", 0, "One sentence.");
  expect(await shown()).toEqual([{ needed: 1, by: [] }]);
  const { number: seen, ...policy } = DEFAULT_POLICY;
  const changed = await changePolicy(the.as("admin"), {
    projectId: the.projectId,
    seen,
    policy: { ...policy, approvals: 2 },
  });
  expect(changed).toMatchObject({ ok: true });
  expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({ value: { missing: 1 } });
  expect(await shown()).toEqual([{ needed: 2, by: ["editor"] }]);
  const row = await rowAt(the, 0);
  await reviseProposal(the.as("translator"), {
    proposalId: proposal.proposalId,
    version: 1,
    baseRevisionId: row.revisionId as RevisionId,
    targetText: "One short sentence.",
    comment: "",
    reason: null,
  });
  expect(await shown()).toEqual([{ needed: 2, by: [] }]);
});
