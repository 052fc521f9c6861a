import { rmSync } from "node:fs";
import { dataFolder } from "@/lib/db/embedded/data-folder";
import { stopLeftoverServer } from "@/lib/db/embedded/leftover-server";
import { findOwner } from "@/lib/db/embedded/owner-lock";

/** Ends the owner that a failed test left (never this process), then the server, and removes the folder. */
export async function removeDataFolder(dataDir: string): Promise<void> {
  const owner = findOwner(dataDir);
  if (owner && owner.pid !== process.pid) process.kill(owner.pid, "SIGKILL");
  await stopLeftoverServer(dataFolder(dataDir));
  rmSync(dataDir, { recursive: true, force: true });
}
