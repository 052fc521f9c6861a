import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach } from "vitest";
import { removeDataFolder } from "./remove-data-folder";
import { SCRATCH_PREFIX } from "./scratch-prefix";

const folders: string[] = [];

/** A fresh folder (mode 0700, as `mktemp -d` makes it), removed after the test with whatever still runs in it. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), SCRATCH_PREFIX));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await removeDataFolder(path.join(folder, "data"));
    await removeDataFolder(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});
