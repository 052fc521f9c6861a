import { randomBytes } from "node:crypto";
import { chownSync, linkSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Replaces a file at once and with mode 0600, so that nobody reads half of it and only its owner reads it. */
export function writePrivately(file: string, content: string): void {
  const draft = writeDraft(file, content);
  renameSync(draft, file);
}

/** The same for a file that must not exist yet; false, and nothing changed, when it does. */
export function createPrivately(file: string, content: string): boolean {
  const draft = writeDraft(file, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(file: string, content: string): string {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, content, { mode: 0o600, flag: "wx", flush: true });
  giveToFolderOwner(draft);
  return draft;
}

/** After root has been at work in somebody's folder, that person must still be able to read what is there. */
export function giveToFolderOwner(file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(path.dirname(file));
  chownSync(file, uid, gid);
}
