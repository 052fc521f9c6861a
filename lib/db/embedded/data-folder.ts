import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { giveToFolderOwner, writePrivately } from "../../config/private-file";
import { DatabaseError } from "../database-error";
import type { ServerAccount } from "./server-account";

/** Paths inside a data folder (DATA_DIR). */
export interface DataFolder {
  readonly root: string;
  /** Holds the cluster; belongs to the account that PostgreSQL runs as. */
  readonly postgres: string;
  readonly cluster: string;
  readonly log: string;
  readonly connection: string;
  readonly passwords: string;
}

/** Passwords of the two database roles: `admin` is the superuser, `app` owns the application's database. */
export interface DatabasePasswords {
  readonly admin: string;
  readonly app: string;
}

/** Computes the paths; touches nothing. */
export function dataFolder(dataDir: string): DataFolder {
  const root = path.resolve(dataDir);
  const postgres = path.join(root, "postgres");
  return {
    root,
    postgres,
    cluster: path.join(postgres, "cluster"),
    log: path.join(root, "postgres.log"),
    connection: path.join(root, "connection.json"),
    passwords: path.join(root, "database-passwords.json"),
  };
}

/** Makes the missing folders with mode 0700. Throws `data-folder-foreign` when PostgreSQL's part belongs to somebody else. */
export function prepareFolders(folder: DataFolder, account: ServerAccount | null): void {
  try {
    mkdirSync(folder.root, { recursive: true, mode: 0o700 });
    mkdirSync(folder.postgres, { recursive: true, mode: 0o700 });
    const uid = account?.uid ?? process.getuid?.();
    if (account) chownSync(folder.postgres, account.uid, account.gid);
    if (statSync(folder.postgres).uid !== uid) throw foreign(folder);
    chmodSync(folder.postgres, 0o700); // not the root: DATA_DIR may be a folder that others use as well
  } catch (error) {
    if (["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? ""))
      throw foreign(folder, error);
    throw error;
  }
}

const foreign = (folder: DataFolder, cause?: unknown): DatabaseError =>
  new DatabaseError("data-folder-foreign", { folder: folder.root, uid: process.getuid?.() ?? -1 }, { cause });

/** Throws `data-folder-version` when the cluster was made by another major version of PostgreSQL. */
export function checkVersion(folder: DataFolder, major: string): void {
  const found = readFileSync(path.join(folder.cluster, "PG_VERSION"), "utf8").trim();
  if (found !== major)
    throw new DatabaseError("data-folder-version", { folder: folder.cluster, found, needed: major });
}

/**
 * Reads the passwords, or makes them while no cluster exists that would not know them.
 * Throws `data-folder-passwords` when they are lost.
 */
export function readOrCreatePasswords(folder: DataFolder): DatabasePasswords {
  if (existsSync(folder.passwords)) {
    try {
      const { admin, app } = JSON.parse(readFileSync(folder.passwords, "utf8")) as Partial<DatabasePasswords>;
      if (admin && app) return { admin, app };
    } catch (error) {
      throw new DatabaseError("data-folder-passwords", { file: folder.passwords }, { cause: error });
    }
  }
  if (existsSync(folder.cluster))
    throw new DatabaseError("data-folder-passwords", { file: folder.passwords });
  const fresh = { admin: randomBytes(24).toString("base64url"), app: randomBytes(24).toString("base64url") };
  writePrivately(folder.passwords, JSON.stringify(fresh));
  return fresh;
}

const LOG_LIMIT_BYTES = 4 * 1024 * 1024;

/** Opens the server's log for appending; one older log is kept. */
export function openLog(folder: DataFolder): number {
  if ((statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) {
    renameSync(folder.log, `${folder.log}.old`);
  }
  const log = openSync(folder.log, "a", 0o600);
  giveToFolderOwner(folder.log);
  return log;
}

/** The last `count` lines of the server's log, for error reports. */
export function logTail(folder: DataFolder, count = 6): string {
  if (!existsSync(folder.log)) return "";
  return readFileSync(folder.log, "utf8").trimEnd().split("\n").slice(-count).join("\n");
}
