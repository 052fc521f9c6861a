/** Outcome types that the readers of all formats share. */
import type { DocumentText } from "../document/paragraph";

/** Something that was left out or changed on the way in; reading went on. */
export interface ReaderWarning {
  readonly code:
    | "link-dropped"
    | "image-dropped"
    | "symbol-dropped"
    | "hidden-text-skipped"
    | "notes-appended"
    | "note-references-dropped"
    | "front-matter-skipped"
    | "comments-skipped"
    | "headers-skipped"
    | "embedded-document-skipped"
    | "encoding-guessed";
  /** `count` is how often; `first` is the first place or thing it happened to. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a reader of a format returns. */
export interface Reading {
  readonly text: DocumentText;
  /** First heading of level 1, else the title the format itself carries, else null. No markers. */
  readonly title: string | null;
  readonly warnings: readonly ReaderWarning[];
}

/** Why a pure reader refused its input. */
export type ReaderFault = { readonly code: "damaged" | "too-complex" | "doctype" } & {
  readonly params: Readonly<Record<string, string | number>>;
};

/** Counts warnings of one code and keeps the first example of each. */
export interface WarningLog {
  add(code: ReaderWarning["code"], example?: string): void;
  list(): readonly ReaderWarning[];
}

const EXAMPLE_LENGTH = 120;

/** An empty log. */
export function createWarningLog(): WarningLog {
  const entries = new Map<ReaderWarning["code"], { count: number; first: string | undefined }>();
  return {
    add(code, example) {
      const entry = entries.get(code);
      if (entry) entry.count += 1;
      else entries.set(code, { count: 1, first: example && shorten(example) });
    },
    list: () =>
      [...entries].map(([code, { count, first }]) => ({
        code,
        params: first === undefined ? { count } : { count, first },
      })),
  };
}

/** Never cuts a surrogate pair in two. */
const shorten = (text: string): string => text.slice(0, EXAMPLE_LENGTH).replace(/\p{Surrogate}$/u, "");
