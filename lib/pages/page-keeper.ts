import type { Queryable } from "@/lib/db/client";
import { findPage, keepPage, publishedBytes } from "@/lib/db/published-pages";
import { LongPageError } from "./long-page-maker";
import type { MadePage } from "./make-page";
import type { PageAddress } from "./page-address";
import type { PageMaker } from "./page-maker";
import type { PageMemory } from "./page-memory";
import { type ServedPage, servedPage } from "./served-page";

export type Obtained =
  | { readonly kind: "kept"; readonly page: ServedPage }
  | Exclude<MadePage, { readonly kind: "same-for-all" }>;

export interface PageKeeper {
  /** The page of a kept address as the database knows it now: one read, or made if nobody has made it yet. */
  obtain(address: PageAddress): Promise<Obtained>;
}

interface Keeping {
  readonly db: Queryable;
  readonly make: PageMaker;
  /** Makes the pages of long articles. */
  readonly makeLong: PageMaker;
  readonly memory: PageMemory;
  readonly fingerprint: string;
}

const ATTEMPTS = 3;
/** Of a snapshot in the database: some hundred paragraphs. Pages of shorter ones are made in less than half a second. */
const LONG_BYTES = 64 * 1024;

/** Of many who ask for a page that nobody has made, one makes it. */
export function pageKeeper(keeping: Keeping): PageKeeper {
  const running = new Map<string, Promise<Obtained>>();
  return {
    obtain: (address) => {
      const before = running.get(address.path);
      if (before) return before;
      const now = obtain(keeping, address).finally(() => running.delete(address.path));
      running.set(address.path, now);
      return now;
    },
  };
}

async function obtain(keeping: Keeping, address: PageAddress): Promise<Obtained> {
  const { db, memory, fingerprint } = keeping;
  const { path, tag } = address;
  const remember = (page: ServedPage, generation: number): Obtained => {
    memory.put(path, page, generation);
    return { kind: "kept", page };
  };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { generation } = memory;
    const known = memory.get(path);
    const state = await findPage(db, { path, tag, fingerprint }, known?.hash ?? null);
    if (state.kind === "unknown") return unkept(await keeping.make(address));
    if (state.kind === "unchanged" && known) return { kind: "kept", page: known };
    if (state.kind === "kept") return remember(servedPage(tag, state.page), generation);
    // The clock was read before the framework reads: what it reads is as new, or the clock moves on.
    const made = await makeByLength(keeping, address);
    if (made.kind !== "same-for-all") return made;
    if (await keepPage(db, { path, tag, fingerprint }, state.version, made.page)) {
      return remember(servedPage(tag, made.page), generation);
    }
  }
  if (await isLong(db, tag)) throw new LongPageError("it was published again each time it was made");
  return { kind: "not-ours" };
}

const isLong = async (db: Queryable, tag: string): Promise<boolean> =>
  (await publishedBytes(db, tag)) > LONG_BYTES;

async function makeByLength({ db, make, makeLong }: Keeping, address: PageAddress): Promise<MadePage> {
  return (await isLong(db, address.tag)) ? makeLong(address) : make(address);
}

/** What cannot be kept is the framework's to send. */
const unkept = (made: MadePage): Exclude<MadePage, { readonly kind: "same-for-all" }> =>
  made.kind === "same-for-all" ? { kind: "not-ours" } : made;
