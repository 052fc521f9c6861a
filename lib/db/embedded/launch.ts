import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
import path from "node:path";
import type { DataFolder } from "./data-folder";
import type { ServerAccount } from "./server-account";

/** What a server program needs to know about where it runs. */
export interface LaunchPlace {
  readonly folder: DataFolder;
  readonly account: ServerAccount | null;
}

// Folders above the data folder may be closed to the server's account (a clone in /root, a `mktemp -d`). On Linux
// root hands the folder over as an open file, which the server enters without passing through those above.
const HANDED_OVER_FD = 3;

/**
 * Starts one of PostgreSQL's programs as the server's account, in a session of its own: a Ctrl-C in the terminal
 * reaches us and not the database, which must stop after the web server. `args` gets the path of the `postgres`
 * folder as the program sees it.
 */
export function launch(
  program: string,
  args: (postgresFolder: string) => readonly string[],
  place: LaunchPlace,
  output: number | "pipe",
): ChildProcess {
  const { folder, account } = place;
  const handOver = account !== null && process.platform === "linux";
  const seen = handOver ? `/proc/self/fd/${HANDED_OVER_FD}` : folder.postgres;
  const handle = handOver ? openSync(folder.postgres, constants.O_RDONLY | constants.O_DIRECTORY) : null;
  const stdio: StdioOptions = ["ignore", output, output];
  if (handle !== null) stdio.push(handle);
  try {
    return spawn(program, args(seen), {
      cwd: "/",
      detached: true,
      env: {
        PATH: process.env.PATH ?? "/usr/bin:/bin",
        LC_ALL: "C",
        TZ: "UTC",
        NODE_ENV: process.env.NODE_ENV,
      },
      stdio,
      ...(account && { uid: account.uid, gid: account.gid }),
    });
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** The cluster's path below the `postgres` folder as the program sees it. */
export const clusterIn = (postgresFolder: string, folder: DataFolder): string =>
  path.join(postgresFolder, path.basename(folder.cluster));
