import { existsSync } from "node:fs";
import path from "node:path";

const candidates = [process.env.SHARED_DIR, path.resolve(import.meta.dirname, "../../../shared")];

/** Folder with research data that may stand beside the checkout; null when it does not. */
export const sharedDir: string | null = candidates.find((dir) => dir && existsSync(dir)) ?? null;

/** Path inside that folder, or null. Tests that need it say that they are skipped, and why. */
export function sharedPath(relative: string): string | null {
  const full = sharedDir && path.join(sharedDir, relative);
  return full && existsSync(full) ? full : null;
}
