/** Complex fields (`w:fldChar`) and their instructions. */
import type { Wrap } from "../inline-piece";
import { parseLinkTarget } from "../link-target";
import type { WarningLog } from "../reading";

/** A field that has begun; its text counts once the separator is passed. */
export interface OpenField {
  instruction: string;
  inResult: boolean;
  link: Wrap | null;
}

/**
 * The link that a field instruction makes of its result, or null.
 * `HYPERLINK "address" \l "anchor"`: an anchor alone is a bare fragment.
 */
export function linkOfInstruction(instruction: string, warnings: WarningLog): Wrap | null {
  if (!/^\s*HYPERLINK\b/i.test(instruction)) return null;
  const rest = instruction.replace(/^\s*HYPERLINK\b/i, "").slice(0, 4096);
  const anchor = /\\l\s+"([^"]*)"/i.exec(rest)?.[1];
  const address = /^\s*(?:"([^"]*)"|([^\s\\"][^\s]*))/.exec(rest)?.slice(1).find(Boolean);
  return linkTo(address, anchor, warnings);
}

/** A link to an address with an optional anchor; a warning and null if it may not be kept. */
export function linkTo(
  address: string | undefined,
  anchor: string | undefined,
  warnings: WarningLog,
): Wrap | null {
  const fragment = anchor ? `#${anchor}` : "";
  const full = address ? (address.includes("#") ? address : `${address}${fragment}`) : fragment;
  if (full === "") return null;
  const href = parseLinkTarget(full);
  if (href) return { kind: "link", href };
  warnings.add("link-dropped", full);
  return null;
}
