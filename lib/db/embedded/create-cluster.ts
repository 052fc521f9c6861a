import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseError } from "../database-error";
import type { DatabasePasswords, DataFolder } from "./data-folder";
import { type LaunchPlace, launch } from "./launch";
import type { PostgresBinaries } from "./platform-binaries";

// The database's own locale decides how pg_trgm and text search classify letters: under "C" they drop every
// umlaut. Sorting and case mapping come from PostgreSQL's built-in C.UTF-8, so that an update of the operating
// system never changes the order of an index.
const CTYPES = ["C.UTF-8", "en_US.UTF-8", "C"];
const DRAFT = /^draft-[0-9a-f]{8}(\.password)?$/;
const UNKNOWN_LOCALE = /invalid locale name/;

/**
 * Creates the cluster under another name and moves it into place, so that a killed start leaves none or a whole
 * one. Does nothing when it exists. Throws `database-init-failed` with initdb's own words in `output`.
 */
export async function createCluster(
  binaries: PostgresBinaries,
  place: LaunchPlace,
  passwords: DatabasePasswords,
  durable: boolean,
): Promise<void> {
  const { folder, account } = place;
  removeDrafts(folder);
  if (existsSync(folder.cluster)) return;
  const draftName = `draft-${randomBytes(4).toString("hex")}`;
  const draft = path.join(folder.postgres, draftName);
  const passwordFile = `${draft}.password`;
  try {
    let output = "";
    for (const ctype of CTYPES) {
      rmSync(draft, { recursive: true, force: true });
      rmSync(passwordFile, { force: true });
      writeFileSync(passwordFile, passwords.admin, { mode: 0o600, flag: "wx" });
      if (account) chownSync(passwordFile, account.uid, account.gid);
      const run = await initdb(binaries, place, draftName, ctype, durable);
      output = run.output;
      if (run.code === 0) return renameSync(draft, folder.cluster);
      if (!UNKNOWN_LOCALE.test(output)) break;
    }
    throw new DatabaseError("database-init-failed", { folder: folder.postgres, output });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

// Left by killed starts. An initdb that has lost its owner may still be writing into one, so never write to the same
// folder again, and leave what resists to the next start.
function removeDrafts(folder: DataFolder): void {
  for (const name of readdirSync(folder.postgres).filter((entry) => DRAFT.test(entry))) {
    try {
      rmSync(path.join(folder.postgres, name), { recursive: true, force: true });
    } catch {
      // being written to
    }
  }
}

async function initdb(
  binaries: PostgresBinaries,
  place: LaunchPlace,
  draftName: string,
  ctype: string,
  durable: boolean,
) {
  const args = (seen: string): string[] => [
    `--pgdata=${path.join(seen, draftName)}`,
    `--pwfile=${path.join(seen, `${draftName}.password`)}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    `--lc-ctype=${ctype}`,
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const child = launch(binaries.initdb, args, place, "pipe");
  const atExit = (): void => void child.kill("SIGKILL");
  process.once("exit", atExit);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  try {
    const [code] = (await once(child, "close")) as [number | null];
    return { code, output: output.trimEnd().split("\n").slice(-4).join("\n") };
  } catch (error) {
    return { code: -1, output: String(error) }; // could not be started at all
  } finally {
    process.removeListener("exit", atExit);
  }
}
