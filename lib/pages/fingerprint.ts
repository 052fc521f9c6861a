import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Names what goes into a page besides publications: the build, this folder, the address and the time zone of the
 * installation. Instances of one build share their pages, those of another make their own.
 */
export function pageFingerprint(
  root: string,
  settings: { readonly origin: string; readonly timeZone: string },
): string {
  const next = path.join(root, ".next");
  const build = ["gegenlesen-build", "BUILD_ID"]
    .map((name) => path.join(next, name))
    .find((file) => existsSync(file));
  const hash = createHash("sha256").update(JSON.stringify(settings));
  if (build) hash.update(readFileSync(build));
  // the sheets that a page names: the same sources may be bundled otherwise
  const chunks = path.join(next, "static/chunks");
  if (existsSync(chunks))
    hash.update(
      readdirSync(chunks)
        .filter((name) => name.endsWith(".css"))
        .sort()
        .join(),
    );
  for (const name of readdirSync(import.meta.dirname).sort()) {
    if (name.endsWith(".ts")) hash.update(readFileSync(path.join(import.meta.dirname, name)));
  }
  return hash.digest("base64url");
}
