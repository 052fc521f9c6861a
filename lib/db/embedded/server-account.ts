import { readFileSync, statSync } from "node:fs";
import { DatabaseError } from "../database-error";

/** The user that PostgreSQL runs as when that is not ourselves. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ["postgres", "nobody"];

/**
 * PostgreSQL refuses to run as root. For root: the owner of an existing data folder, else an account that the
 * system has anyway; null for everybody else. Throws `database-account-missing` when root finds none.
 */
export function serverAccount(existingFolder: string): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(existingFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of CANDIDATES) {
    const [, , uid, gid] = users.find(([user]) => user === name) ?? [];
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new DatabaseError("database-account-missing", { accounts: CANDIDATES.join(", ") });
}
