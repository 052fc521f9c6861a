import { readFile } from "node:fs/promises";
import path from "node:path";
import { compressedPage } from "./compress-page";
import { sheetNames } from "./page-sheet";
import { type ServedPage, servedPage } from "./served-page";

/** A joined style sheet by its address; null: it names what this build does not have. */
export type SheetKeeper = (target: string) => Promise<ServedPage | null>;

const TYPE = "text/css; charset=utf-8";
const HEADERS = [
  "content-type",
  TYPE,
  "x-content-type-options",
  "nosniff",
  "cross-origin-resource-policy",
  "same-origin",
];
/** The names of the chunks change with their content. */
const CACHE_CONTROL = "public, max-age=31536000, immutable";
/** Pages of readers come nowhere near it; whoever makes up addresses shall not have us compress megabytes. */
const MOST_BYTES = 128 * 1024;
const MOST_KEPT = 32;

/** Puts sheets of the build below `root` together, and keeps them in memory. */
export function sheetKeeper(root: string): SheetKeeper {
  const kept = new Map<string, Promise<ServedPage | null>>();
  let last: Promise<unknown> = Promise.resolve();
  return (target) => {
    const names = sheetNames(target);
    if (!names) return Promise.resolve(null);
    const before = kept.get(target);
    if (before) {
      // asked for just now: the last to go
      kept.delete(target);
      kept.set(target, before);
      return before;
    }
    // one after the other: made-up addresses must not take all threads for compression
    const made = last.then(() => join(root, names));
    last = made.catch(() => {});
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(target, made);
    const forget = (page: ServedPage | null) => page ?? kept.delete(target);
    made.then(forget, () => forget(null));
    return made;
  };
}

async function join(root: string, names: readonly string[]): Promise<ServedPage | null> {
  const folder = path.join(root, ".next/static/chunks");
  const texts = await Promise.all(
    names.map((name) => readFile(path.join(folder, `${name}.css`), "utf8").catch(() => null)),
  );
  const css = texts.join("\n").replaceAll("url(../media/", "url(/_next/static/media/");
  if (texts.includes(null) || css.length > MOST_BYTES) return null;
  return servedPage("*", await compressedPage(HEADERS, TYPE, Buffer.from(css)), CACHE_CONTROL);
}
