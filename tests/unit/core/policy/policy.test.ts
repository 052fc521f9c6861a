import { describe, expect, it } from "vitest";
import {
  checkGate,
  checkPolicy,
  DEFAULT_POLICY,
  mayBeIndexed,
  mayPublish,
  missingApprovals,
} from "@/lib/core/policy/policy";
import type { UserId } from "@/lib/core/shared/ids";

const [anna, berta, carla] = ["anna", "berta", "carla"] as unknown as [UserId, UserId, UserId];

describe("a policy", () => {
  it.each([
    [{ approvals: 0 }, "approvals-out-of-range"],
    [{ approvals: 4 }, "approvals-out-of-range"],
    [{ approvals: 1.5 }, "approvals-out-of-range"],
    [{ leastApproved: -1 }, "share-out-of-range"],
    [{ leastApproved: 101 }, "share-out-of-range"],
    [{ leastIndexed: -1 }, "share-out-of-range"],
    [{ leastIndexed: 50.5 }, "share-out-of-range"],
    [{ secondLooks: 101 }, "share-out-of-range"],
    [{ fourEyes: false, approvals: 2 }, "approvals-alone"],
  ])("is refused with %o", (change, error) => {
    expect(checkPolicy({ ...DEFAULT_POLICY, ...change })).toEqual({ ok: false, error });
  });

  it.each([{}, { approvals: 3 }, { fourEyes: false }, { leastApproved: 100 }])(
    "can be worked by with %o",
    (change) => {
      expect(checkPolicy({ ...DEFAULT_POLICY, ...change }).ok).toBe(true);
    },
  );
});

describe("approvals", () => {
  it("miss whoever has not approved yet", () => {
    expect(missingApprovals({ approvals: 1 }, [], anna)).toBe(0);
    expect(missingApprovals({ approvals: 3 }, [], anna)).toBe(2);
    expect(missingApprovals({ approvals: 3 }, [berta], anna)).toBe(1);
    expect(missingApprovals({ approvals: 3 }, [berta, carla], anna)).toBe(0);
  });

  it("count nobody twice", () => {
    expect(missingApprovals({ approvals: 2 }, [anna, anna], anna)).toBe(1);
  });
});

describe("the gate of a publication", () => {
  const gate = (change: object, standing: { approved: number; openProposals?: number }) =>
    checkGate({ ...DEFAULT_POLICY, ...change }, { segments: 7, openProposals: 0, ...standing });

  it("lets everything through where nothing is asked for", () => {
    expect(gate({}, { approved: 0, openProposals: 9 }).ok).toBe(true);
  });

  it("counts whole segments: a share that falls between two asks for the larger one", () => {
    expect(gate({ leastApproved: 50 }, { approved: 3 })).toEqual({
      ok: false,
      error: { code: "unreviewed", count: 1 },
    });
    expect(gate({ leastApproved: 50 }, { approved: 4 }).ok).toBe(true);
    expect(gate({ leastApproved: 100 }, { approved: 6 })).toMatchObject({ error: { count: 1 } });
    expect(gate({ leastApproved: 100 }, { approved: 7 }).ok).toBe(true);
  });

  it("is closed by open proposals only where the policy says so", () => {
    const closed = gate({ refusesOpenProposals: true }, { approved: 7, openProposals: 2 });
    expect(closed).toEqual({ ok: false, error: { code: "open-proposals", count: 2 } });
    expect(gate({ refusesOpenProposals: true }, { approved: 0 }).ok).toBe(true);
  });
});

it("lets search engines list exactly what has the share of approved segments that is asked for, or more", () => {
  for (let of = 1; of <= 100; of++)
    for (let approved = 0; approved <= of; approved++)
      for (const leastIndexed of [0, 7, 29, 50, 57, 100])
        expect(mayBeIndexed({ reviewedShare: approved / of, leastIndexed }), `${approved} of ${of}`).toBe(
          approved * 100 >= leastIndexed * of,
        );
});

it("keeps the right to publish for project admins where the policy says so", () => {
  expect(mayPublish({ publisher: "editor" }, "editor")).toBe(true);
  expect(mayPublish({ publisher: "admin" }, "editor")).toBe(false);
  expect(mayPublish({ publisher: "admin" }, "admin")).toBe(true);
  expect(mayPublish({ publisher: "editor" }, "translator")).toBe(false);
});
