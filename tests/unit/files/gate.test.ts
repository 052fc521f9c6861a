import { describe, expect, it } from "vitest";
import { createGate } from "@/lib/files/gate";

describe("createGate", () => {
  it("lets as many in as it is wide, and the next in the order of arrival", async () => {
    const gate = createGate(2);
    const order: number[] = [];
    const [leaveFirst] = [await gate.enter(), await gate.enter()];
    const waiting = [3, 4].map(async (number) => {
      const leave = await gate.enter();
      order.push(number);
      return leave;
    });
    await Promise.resolve();
    expect(order).toEqual([]);
    leaveFirst?.();
    (await waiting[0])?.();
    await Promise.all(waiting);
    expect(order).toEqual([3, 4]);
  });

  it("lets one that gives up go without taking or losing a place", async () => {
    const gate = createGate(1);
    const leave = await gate.enter();
    const controller = new AbortController();
    const gaveUp = gate.enter(controller.signal);
    const next = gate.enter();
    controller.abort();
    expect(await gaveUp).toBeNull();
    leave?.();
    expect(await next).not.toBeNull();
    expect(await gate.enter(controller.signal)).toBeNull();
  });
});
