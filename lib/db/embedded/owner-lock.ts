import { randomBytes } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { giveToFolderOwner, writePrivately } from "../../config/private-file";
import { DatabaseError } from "../database-error";
import { findProcess, isRunning, type ProcessIdentity } from "./process-identity";

/** Who has a data folder. `address` is where it serves, null while it starts or when it serves nothing. */
export interface Owner extends ProcessIdentity {
  readonly since: string;
  readonly purpose: string;
  readonly address: string | null;
}

/** The right to run a database in a data folder, held until `release` or until the process is gone. */
export interface Ownership {
  announce(address: string): void;
  release(): void;
}

const HEARTBEAT_MS = 5_000;
const SILENT_MS = 20_000;

// The lock is a row of numbered files of which the highest counts. Taking over from a dead owner creates the next
// number by link(2), which exactly one of several starters can; the highest file is never deleted, only marked as
// released, so that a slow starter's outdated number can never come out above a living owner's.
const folderOf = (dataDir: string): string => path.join(dataDir, "owner");
const fileOf = (dataDir: string, number: number): string => path.join(folderOf(dataDir), `${number}.json`);

/**
 * Takes the data folder for this process. Throws `data-folder-owned` (pid, since, purpose, address) while another
 * living process has it, and `data-folder-unusable` (folder, reason) when nothing can be written there. A dead owner's lock (kill -9, power cut, zombie, PID used again) is taken over.
 */
export function acquireOwnership(dataDir: string, purpose: string): Ownership {
  prepareFolder(dataDir);
  const self = findProcess();
  if (!self) throw new DatabaseError("database-platform", { platform: process.platform });
  const owner: Owner = { ...self, since: new Date().toISOString(), purpose, address: null };
  for (;;) {
    const current = highest(dataDir);
    const living = current > 0 ? readLiving(dataDir, current) : null;
    if (living) throw owned(living);
    const mine = current + 1;
    if (!create(dataDir, mine, owner)) continue;
    if (highest(dataDir) === mine) return hold(dataDir, mine, owner);
    rmSync(fileOf(dataDir, mine), { force: true });
  }
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
    giveToFolderOwner(folderOf(dataDir));
  } catch (error) {
    const reason = (error as Error).message;
    throw new DatabaseError("data-folder-unusable", { folder: dataDir, reason }, { cause: error });
  }
}

/** The living owner of the data folder, or null. */
export function findOwner(dataDir: string): Owner | null {
  const current = highest(dataDir);
  return current > 0 ? readLiving(dataDir, current) : null;
}

function hold(dataDir: string, number: number, owner: Owner): Ownership {
  const file = fileOf(dataDir, number);
  for (const name of readdirSync(folderOf(dataDir))) {
    if (name !== path.basename(file)) rmSync(path.join(folderOf(dataDir), name), { force: true });
  }
  const heartbeat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // the folder was deleted under us: the database reports that, not this timer
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    announce: (address) => writePrivately(file, JSON.stringify({ ...owner, address })),
    release: () => {
      clearInterval(heartbeat);
      writePrivately(file, JSON.stringify({ released: new Date().toISOString() }));
    },
  };
}

function readLiving(dataDir: string, number: number): Owner | null {
  const file = fileOf(dataDir, number);
  let owner: Partial<Owner>;
  let touched: number;
  try {
    owner = JSON.parse(readFileSync(file, "utf8")) as Partial<Owner>;
    touched = statSync(file).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EACCES") {
      throw new DatabaseError("data-folder-unreadable", { folder: dataDir }, { cause: error });
    }
    return null; // gone meanwhile, or torn by a power cut: nobody holds it
  }
  if (!isOwner(owner)) return null;
  const running = isRunning(owner);
  const living = running === "unknown" ? Date.now() - touched < SILENT_MS : running;
  return living ? owner : null;
}

function isOwner(value: Partial<Owner>): value is Owner {
  return typeof value.pid === "number" && typeof value.started === "string" && typeof value.host === "string";
}

function highest(dataDir: string): number {
  let names: string[];
  try {
    names = readdirSync(folderOf(dataDir));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw new DatabaseError("data-folder-unreadable", { folder: dataDir }, { cause: error });
  }
  return Math.max(0, ...names.map((name) => Number(/^(\d+)\.json$/.exec(name)?.[1] ?? 0)));
}

function create(dataDir: string, number: number, owner: Owner): boolean {
  const draft = path.join(folderOf(dataDir), `.draft-${randomBytes(8).toString("hex")}`);
  try {
    writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
    giveToFolderOwner(draft);
    linkSync(draft, fileOf(dataDir, number));
    return true;
  } catch (error) {
    // ENOENT: the winner swept the drafts away meanwhile
    if (["EEXIST", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

const owned = (owner: Owner): DatabaseError =>
  new DatabaseError("data-folder-owned", {
    pid: owner.pid,
    since: owner.since,
    purpose: owner.purpose,
    address: owner.address ?? "",
  });
