import type { ChildProcess } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { openPagePool } from "@/lib/db/page-pool";
import { watchPublications } from "@/lib/db/publication-watch";
import { dropOldPages } from "@/lib/db/published-pages";
import { displayTimeZone } from "@/lib/i18n/time-zone";
import { pageFingerprint } from "./fingerprint";
import { innerServer, type RequestHandler } from "./inner-server";
import { laterPage } from "./later-page";
import { LongPageError, longPageMaker } from "./long-page-maker";
import { missingPages } from "./missing-page";
import { type PageAddress, readPageAddress } from "./page-address";
import { pageKeeper } from "./page-keeper";
import { innerMaker } from "./page-maker";
import { PageMemory } from "./page-memory";
import { SHEETS } from "./page-sheet";
import { sheetKeeper } from "./sheet-keeper";
import { pageWarmer } from "./warm-pages";
import { writeOnce, writePage } from "./write-page";
import { wrongAddressStatus } from "./wrong-address";

export interface PageFront {
  /** Answers at once if the page is in memory and sure to be current; false: `answer` is needed. */
  answerKept(request: IncomingMessage, response: ServerResponse): boolean;
  /** Answers a request for a reader's page, and hands every other one to the framework. */
  answer(request: IncomingMessage, response: ServerResponse): void;
  stop(): Promise<void>;
}

/** The framework's own ways of asking for a part of a page. */
const FRAMEWORK_HEADERS = [
  "rsc",
  "next-action",
  "next-router-prefetch",
  "next-router-state-tree",
  "x-nextjs-data",
];

/** Kept pages in front of the framework's handler. `publicAddress` is where the world finds us. */
export function openPageFront(options: {
  readonly next: RequestHandler;
  readonly databaseUrl: string;
  readonly publicAddress: string;
  readonly root: string;
  /** Starts the process that makes long pages: `lib/cli/start/page-maker.mjs`. */
  readonly startMaker: () => ChildProcess;
}): PageFront {
  const origin = new URL(options.publicAddress);
  const fingerprint = pageFingerprint(options.root, { origin: origin.origin, timeZone: displayTimeZone() });
  const db = openPagePool(options.databaseUrl);
  const memory = new PageMemory();
  const inner = innerServer(options.next, origin);
  const missing = missingPages(inner);
  const sheet = sheetKeeper(options.root);
  const make = innerMaker(inner);
  const long = longPageMaker(options.startMaker);
  const keeper = pageKeeper({ db, make, makeLong: long.make, memory, fingerprint });
  const warm = pageWarmer(db, keeper);
  const watch = watchPublications(options.databaseUrl, (tag) => {
    memory.forget(tag);
    if (tag !== null) warm(tag);
  });
  void dropOldPages(db, fingerprint).catch(() => {}); // the next start tries again

  const answer = async (address: PageAddress, request: IncomingMessage, response: ServerResponse) => {
    const obtained = address.isKept ? await keeper.obtain(address) : await madeOnce(address);
    if (obtained.kind === "kept") return writePage(request, response, obtained.page);
    if (obtained.kind === "once") return writeOnce(request, response, obtained);
    if (obtained.kind === "missing") return writeOnce(request, response, await missing(address.path));
    options.next(request, response);
  };
  const answerSheet = async (target: string, request: IncomingMessage, response: ServerResponse) => {
    const found = await sheet(target);
    if (found) writePage(request, response, found);
    else options.next(request, response);
  };
  const refuse = async (status: 400 | 404, request: IncomingMessage, response: ServerResponse) =>
    writeOnce(request, response, { ...(await missing(request.url ?? "")), status });
  const sayLater = async (request: IncomingMessage, response: ServerResponse) =>
    writeOnce(request, response, await laterPage(request.url ?? ""));
  const madeOnce = async (address: PageAddress) => {
    if (address.kind === "document") return { kind: "not-ours" } as const;
    const made = await make(address);
    return made.kind === "same-for-all" ? ({ kind: "not-ours" } as const) : made;
  };

  return {
    answerKept: (request, response) => {
      const known = memory.get(request.url ?? "");
      if (!known || !watch.isCurrent() || !isForUs(request)) return false;
      writePage(request, response, known);
      return true;
    },
    answer: (request, response) => {
      const target = isForUs(request) ? (request.url ?? "") : "";
      const address = readPageAddress(target);
      const wrong = address ? null : wrongAddressStatus(target);
      if (!address && !wrong && !target.startsWith(SHEETS)) return void options.next(request, response);
      const answered = address
        ? answer(address, request, response)
        : wrong
          ? refuse(wrong, request, response)
          : answerSheet(target, request, response);
      answered.catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else if (error instanceof LongPageError) void sayLater(request, response);
        // without a database the framework says so, in the reader's language
        else options.next(request, response);
      });
    },
    stop: async () => {
      long.stop();
      await watch.stop();
      await db.end();
    },
  };
}

function isForUs({ method, headers }: IncomingMessage): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  return !FRAMEWORK_HEADERS.some((name) => headers[name] !== undefined);
}
