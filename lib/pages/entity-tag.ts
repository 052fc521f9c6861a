import type { Encoding } from "./content-encoding";

const SUFFIX: Readonly<Record<Encoding, string>> = { br: "-br", gzip: "-gz", identity: "" };

/** The strong entity tag of a page in an encoding: other bytes, other tag. */
export const entityTag = (hash: string, encoding: Encoding): string => `"${hash}${SUFFIX[encoding]}"`;

/** Does an If-None-Match header name this tag? Compared weakly, as RFC 9110, 13.1.2 asks for. */
export function namesTag(header: string, tag: string): boolean {
  if (header === tag) return true;
  if (header.trim() === "*") return true;
  return header.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}
