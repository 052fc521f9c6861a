/** Words that were typed and not sent yet, and the version of what they are about. */
export interface Kept {
  readonly text: string;
  readonly version: number;
}

/** The part of `localStorage` that is needed. */
export type WordStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * Words on this device, one entry for every place in which a person writes. A window reads an entry once and
 * goes on with its own words from there: two windows do not type into each other. Without storage (some
 * browsers forbid it) words live as long as the page.
 */
export class KeptWords {
  private readonly known = new Map<string, Kept | null>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly storage: () => WordStorage | null) {}

  read(key: string): Kept | null {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const stored = parseKept(this.attempt((storage) => storage.getItem(key)));
    this.known.set(key, stored);
    return stored;
  }

  write(key: string, kept: Kept): void {
    this.known.set(key, kept);
    this.attempt((storage) => storage.setItem(key, JSON.stringify(kept)));
    this.tell();
  }

  forget(key: string): void {
    this.known.set(key, null);
    this.attempt((storage) => storage.removeItem(key));
    this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** A full or forbidden storage keeps nobody from writing. */
  private attempt<T>(act: (storage: WordStorage) => T): T | null {
    try {
      const storage = this.storage();
      return storage ? act(storage) : null;
    } catch {
      return null;
    }
  }
}

/** Anything may stand in the storage of a browser: what are no words counts as none. */
function parseKept(json: string | null): Kept | null {
  try {
    const value = JSON.parse(json ?? "null") as Partial<Kept> | null;
    if (typeof value?.text !== "string" || typeof value.version !== "number") return null;
    return { text: value.text, version: value.version };
  } catch {
    return null;
  }
}
