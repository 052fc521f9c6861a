import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { FaultSession, FaultWriter } from "./fault-writer";

/** Writers that go on through any failure, and the record of what they were told. */
export interface WriteLoad {
  readonly sent: ReadonlySet<string>;
  readonly acknowledged: ReadonlySet<string>;
  stop(): Promise<void>;
}

/** Starts `count` writers, each with one connection that it opens again whenever it is lost. */
export function startWriteLoad(writer: FaultWriter, url: string, count: number): WriteLoad {
  const sent = new Set<string>();
  const acknowledged = new Set<string>();
  let stopping = false;
  const write = async (session: FaultSession): Promise<void> => {
    while (!stopping) {
      const id = randomUUID();
      sent.add(id);
      await session.write(id);
      acknowledged.add(id);
    }
  };
  const run = async (): Promise<void> => {
    while (!stopping) {
      try {
        const session = await writer.open(url);
        await write(session).finally(() => session.close().catch(() => {}));
      } catch {
        await sleep(20);
      }
    }
  };
  const running = Array.from({ length: count }, run);
  return {
    sent,
    acknowledged,
    stop: async () => {
      stopping = true;
      await Promise.all(running);
    },
  };
}
