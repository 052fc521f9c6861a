import type { ChildProcess } from "node:child_process";
import type { MadePage } from "./make-page";
import type { PageAddress } from "./page-address";
import type { PageMaker } from "./page-maker";

/** What the process that makes long pages answers to an address. */
export type MakerAnswer = { readonly made: MadePage } | { readonly problem: string };

/** A long page could not be made. Nobody else shall try: it would hold the process that serves. */
export class LongPageError extends Error {}

/** Pages come in bursts: an article is published in several languages. */
const IDLE_MS = 60_000;
/** 20,000 paragraphs take half a minute on a slow machine. */
const MOST_MS = 300_000;
/** Whoever is behind so many would have to wait for minutes. */
const MOST_WAITING = 20;

export interface LongPageMaker {
  /** Rejects with a `LongPageError`. */
  readonly make: PageMaker;
  stop(): void;
}

/**
 * Makes pages in a process of its own, one at a time. It is started with the first one and ends when there is nothing to
 * do: the framework renders a page in one go, and whoever serves others meanwhile would keep them waiting. If it dies or
 * takes too long, the page that it was at is rejected, and another process makes the next one.
 */
export function longPageMaker(
  start: () => ChildProcess,
  { idleMs = IDLE_MS, mostMs = MOST_MS, mostWaiting = MOST_WAITING } = {},
): LongPageMaker {
  let current: Maker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let isStopped = false;
  let idle: NodeJS.Timeout | undefined;

  const makeNext: PageMaker = async (address) => {
    if (isStopped) throw new LongPageError("the server is being stopped");
    try {
      if (!current?.isRunning()) current = maker(start());
    } catch (error) {
      throw new LongPageError("the process that makes long pages cannot be started", { cause: error });
    }
    return current.make(address, mostMs);
  };
  const done = () => {
    waiting -= 1;
    if (waiting === 0) idle = setTimeout(() => current?.end("nothing to do"), idleMs).unref();
  };
  return {
    make: (address) => {
      if (waiting >= mostWaiting)
        return Promise.reject(new LongPageError("too many long pages are waited for"));
      clearTimeout(idle);
      waiting += 1;
      const made = last.then(() => makeNext(address)).finally(done);
      last = made.catch(() => {});
      return made;
    },
    stop: () => {
      isStopped = true;
      current?.end("the server is being stopped");
    },
  };
}

interface Maker {
  make(address: PageAddress, mostMs: number): Promise<MadePage>;
  isRunning(): boolean;
  end(why: string): void;
}

/** One process, until it ends. It is asked for one page at a time. */
function maker(child: ChildProcess): Maker {
  let isRunning = true;
  let settle: (answer: MakerAnswer) => void = () => {};
  const end = (why: string) => {
    isRunning = false;
    child.kill("SIGKILL"); // it holds nothing that is not made again
    settle({ problem: why });
  };
  child.on("message", (answer: MakerAnswer) => settle(answer));
  child.once("exit", () => end("the process that makes long pages has ended"));
  child.on("error", (error) => end(error.message)); // one that cannot be started says so more than once

  return {
    isRunning: () => isRunning,
    end,
    make: (address, mostMs) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(end, mostMs, "a page took too long to be made").unref();
        settle = (answer) => {
          clearTimeout(late);
          if ("made" in answer) resolve(answer.made);
          else reject(new LongPageError(answer.problem));
        };
        child.send(address, (error) => {
          if (error) end(error.message);
        });
      }),
  };
}
