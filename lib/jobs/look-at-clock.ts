import { setTimeout as sleep } from "node:timers/promises";
import { liveDatabase } from "@/lib/services/live-context";
import { publishDue } from "@/lib/services/publications/publish-due";
import { forgetAttempts } from "@/lib/services/rate-limit";
import { forgetAddresses, tellReaders } from "@/lib/services/reports/tell-readers";
import { reportPost } from "./report-post";

/** Kept on the global object because the development server loads modules anew with every change. */
const shared = globalThis as { gegenlesenLooksAtClock?: boolean };

/**
 * What every instance does by the clock: planned publications each second, mail to readers each fifteen, and each ten
 * minutes what is to be forgotten: old counts of attempts, addresses.
 */
export function lookAtClock(): void {
  if (shared.gegenlesenLooksAtClock) return;
  shared.gegenlesenLooksAtClock = true;
  const clockwork = () => ({ db: liveDatabase(), now: () => new Date() });
  void every(1_000, () => publishDue(clockwork()));
  void every(15_000, () => tellReaders(clockwork(), reportPost()));
  void every(600_000, () => forgetAttempts(clockwork()));
  void every(600_000, () => forgetAddresses(clockwork()));
}

async function every(ms: number, work: () => Promise<unknown>): Promise<never> {
  for (;;) {
    // without a database there is nothing to be done; it is asked again
    await work().catch(() => {});
    await sleep(ms, null, { ref: false });
  }
}
