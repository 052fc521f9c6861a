import { hasVisibleCharacter, isWhiteSpace } from "../text/folding";
import type { HunkKind } from "./hunk";
import { looksUnchanged } from "./visible";

const CODE = /<\/?\d{1,9}>|<\d{1,9}\/>/g;

/** What sort of change it is to replace `deleted` by `inserted`; see `HunkKind`. */
export function hunkKindOf(deleted: string, inserted: string): HunkKind {
  if (isWhiteSpace(deleted) && isWhiteSpace(inserted)) return "space";
  if (looksUnchanged(deleted, inserted)) return "invisible";
  const rest = (deleted + inserted).replace(CODE, "");
  return hasVisibleCharacter(rest) ? "text" : "code";
}
