import { setTimeout as sleep } from "node:timers/promises";
import { liveDatabase } from "@/lib/services/live-context";
import { publishDue } from "@/lib/services/publications/publish-due";

const EVERY_MS = 1_000;
/** Kept on the global object because the development server loads modules anew with every change. */
const shared = globalThis as { gegenlesenPublishes?: boolean };

/** Looks once a second, in every instance, for planned publications whose time has come. */
export function publishWhenDue(): void {
  if (shared.gegenlesenPublishes) return;
  shared.gegenlesenPublishes = true;
  void (async () => {
    for (;;) {
      // without a database nothing is due; it is asked again
      await publishDue({ db: liveDatabase(), now: () => new Date() }).catch(() => {});
      await sleep(EVERY_MS, null, { ref: false });
    }
  })();
}
