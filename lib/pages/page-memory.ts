import type { ServedPage } from "./served-page";

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Pages in the memory of one process, those that nobody has asked for the longest going first. What was read before a change was heard of
 * is never put back after it: `put` takes the generation of when reading began.
 */
export class PageMemory {
  readonly #pages = new Map<string, ServedPage>();
  readonly #most: number;
  #bytes = 0;
  #generation = 0;

  constructor(most = MOST_BYTES) {
    this.#most = most;
  }

  get generation(): number {
    return this.#generation;
  }

  get(path: string): ServedPage | undefined {
    const page = this.#pages.get(path);
    // asked for just now: the last to go
    if (page !== undefined && this.#bytes > this.#most / 2) {
      this.#pages.delete(path);
      this.#pages.set(path, page);
    }
    return page;
  }

  put(path: string, page: ServedPage, generation: number): void {
    if (generation !== this.#generation || page.bytes > this.#most / 2) return;
    this.#drop(path);
    this.#pages.set(path, page);
    this.#bytes += page.bytes;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#most) return;
      this.#drop(oldest);
    }
  }

  /** Forgets the pages of a tag, or all. */
  forget(tag: string | null): void {
    this.#generation += 1;
    for (const [path, page] of this.#pages) if (tag === null || page.tag === tag) this.#drop(path);
  }

  #drop(path: string): void {
    this.#bytes -= this.#pages.get(path)?.bytes ?? 0;
    this.#pages.delete(path);
  }
}
