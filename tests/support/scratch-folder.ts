import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach } from "vitest";
import { dataFolder } from "@/lib/db/embedded/data-folder";
import { stopLeftoverServer } from "@/lib/db/embedded/leftover-server";

const folders: string[] = [];

/** A fresh folder (mode 0700, as `mktemp -d` makes it) that is removed after the test, with any server in it. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gegenlesen-test-"));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await stopLeftoverServer(dataFolder(folder));
    rmSync(folder, { recursive: true, force: true });
  }
});
