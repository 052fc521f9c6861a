import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

/** SHA-256 over the names and contents of files and folders of the checkout; `skip` is tested on each path. */
export function fingerprint(entries, skip = () => false) {
  const hash = createHash("sha256");
  for (const file of entries.flatMap((entry) => listFiles(entry, skip)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(entry, skip) {
  const full = path.join(root, entry);
  if (skip(entry) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [entry];
  return readdirSync(full).flatMap((name) => listFiles(`${entry}/${name}`, skip));
}

/** True when the stamp file says that a step was last done for this fingerprint. */
export function isStamped(file, print) {
  const full = path.join(root, file);
  return existsSync(full) && readFileSync(full, "utf8") === print;
}

/** Remembers that a step is done. */
export function stamp(file, print) {
  writeFileSync(path.join(root, file), print);
}
