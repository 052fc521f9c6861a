import { expect, it } from "vitest";
import { mayApproveAgain } from "@/lib/core/review/objection";

it("keeps whoever approved a text before an objection from approving it again", () => {
  expect(mayApproveAgain({ beforeIds: ["anna", "bert"], sinceIds: [] }, "anna")).toBe(false);
  expect(mayApproveAgain({ beforeIds: ["anna", "bert"], sinceIds: [] }, "bert")).toBe(false);
});

it("lets everybody else approve it", () => {
  expect(mayApproveAgain({ beforeIds: ["anna"], sinceIds: [] }, "carla")).toBe(true);
  expect(mayApproveAgain({ beforeIds: [], sinceIds: [] }, "anna")).toBe(true);
});

it("lets the first approver follow somebody else, and not another one who had approved it before", () => {
  expect(mayApproveAgain({ beforeIds: ["anna", "bert"], sinceIds: ["carla"] }, "anna")).toBe(true);
  expect(mayApproveAgain({ beforeIds: ["anna", "bert"], sinceIds: ["bert"] }, "anna")).toBe(false);
});
