import type { ChildProcess } from "node:child_process";
import type { MadePage } from "./make-page";
import type { PageAddress } from "./page-address";
import type { PageMaker } from "./page-maker";

/** What the process that makes long pages is asked, and what it answers. */
export interface MakerQuestion {
  readonly id: number;
  readonly address: PageAddress;
}
export type MakerAnswer =
  | { readonly id: number; readonly made: MadePage }
  | { readonly id: number; readonly problem: string };

interface Waiting {
  readonly resolve: (made: MadePage) => void;
  readonly reject: (problem: Error) => void;
  readonly late: NodeJS.Timeout;
}

/** Pages come in bursts: an article is published in several languages. */
const IDLE_MS = 60_000;
/** 20,000 paragraphs take half a minute on a slow machine, and may wait for others of their length. */
const MOST_MS = 600_000;

export interface LongPageMaker {
  readonly make: PageMaker;
  stop(): void;
}

/**
 * Makes pages in a process of its own, which is started with the first one and ends when there is nothing to do: the
 * framework renders a page in one go, and whoever serves others meanwhile would keep them waiting. If it dies, whatever
 * it was asked is rejected, and the next page starts another one.
 */
export function longPageMaker(start: () => ChildProcess, idleMs = IDLE_MS): LongPageMaker {
  let current: Maker | null = null;
  return {
    make: (address) => {
      if (!current?.isRunning()) current = maker(start(), idleMs);
      return current.make(address);
    },
    stop: () => current?.end("the server is being stopped"),
  };
}

interface Maker {
  readonly make: PageMaker;
  isRunning(): boolean;
  end(why: string): void;
}

/** One process, until it ends. */
function maker(child: ChildProcess, idleMs: number): Maker {
  const waiting = new Map<number, Waiting>();
  let idle: NodeJS.Timeout | undefined;
  let asked = 0;
  let isRunning = true;

  const end = (why: string) => {
    isRunning = false;
    clearTimeout(idle);
    child.kill("SIGKILL"); // it holds nothing that is not made again
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(new Error(why)));
  };
  const settle = (id: number, done: (one: Waiting) => void) => {
    const one = waiting.get(id);
    if (!one) return;
    waiting.delete(id);
    clearTimeout(one.late);
    done(one);
    if (waiting.size === 0 && isRunning) idle = setTimeout(end, idleMs, "nothing to do").unref();
  };
  child.on("message", (answer: MakerAnswer) =>
    settle(answer.id, ({ resolve, reject }) =>
      "made" in answer ? resolve(answer.made) : reject(new Error(answer.problem)),
    ),
  );
  child.once("exit", () => end("the process that makes long pages has ended"));
  child.once("error", (error) => end(error.message));

  return {
    isRunning: () => isRunning,
    end,
    make: (address) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        asked += 1;
        const late = setTimeout(end, MOST_MS, "a page took too long to be made").unref();
        waiting.set(asked, { resolve, reject, late });
        child.send({ id: asked, address } satisfies MakerQuestion);
      }),
  };
}
