import { createHash } from "node:crypto";
import { KEEP_PLACE } from "./keep-place";

const TEXTS = { "keep-place": KEEP_PLACE } as const;

export type ReaderScriptName = keyof typeof TEXTS;

/**
 * A script of readers as a file whose name changes with its content. A page that is the same for everybody has
 * no nonce, so its policy lets files of ours run and nothing that stands inside the page.
 */
export function readerScriptAddress(name: ReaderScriptName): string {
  const hash = createHash("sha256").update(TEXTS[name]).digest("base64url").slice(0, 16);
  return `/scripts/${name}.${hash}.js`;
}

/** The text of a script by the last part of its address, or null: also for the hash of another build. */
export function readerScript(fileName: string): string | null {
  const names = Object.keys(TEXTS) as ReaderScriptName[];
  const found = names.find((name) => readerScriptAddress(name) === `/scripts/${fileName}`);
  return found ? TEXTS[found] : null;
}
