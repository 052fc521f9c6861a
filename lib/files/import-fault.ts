import { err } from "@/lib/core/shared/result";

/** Why a file or a pasted text was refused. */
export interface ImportFault {
  readonly code:
    | "empty"
    | "too-large"
    | "unsupported-type"
    | "binary"
    | "damaged"
    | "encrypted"
    | "zip-bomb"
    | "nul"
    | "bad-encoding"
    | "malformed-text"
    | "too-many-paragraphs"
    | "paragraph-too-long"
    | "too-complex"
    | "doctype"
    | "cancelled";
  /** What is wrong in particular: `limit`, `found`, `format`, `detected`, `reason`, `paragraph` … */
  readonly params: Readonly<Record<string, string | number>>;
}

/** A refusal. */
export const refuse = (code: ImportFault["code"], params: ImportFault["params"] = {}) =>
  err<ImportFault>({ code, params });
