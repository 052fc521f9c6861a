import { diffForDisplay, type Hunk } from "../diff/display-diff";
import { hunkLinks } from "./hunk-links";

/** One change of a proposal that can be accepted or returned by itself. */
export interface ProposalHunk extends Hunk {
  /**
   * Names the place in the base and the replacement: the same while both stay the same, whatever else the
   * proposal changes, and another one as soon as one of them differs.
   */
  readonly id: string;
  /** Ids of the other hunks that are accepted or returned together with this one, in order. */
  readonly linked: readonly string[];
}

export interface ProposalHunks {
  /** In order; see `diffForDisplay`. */
  readonly hunks: readonly ProposalHunk[];
  /** False if the texts were too long for the exact comparison: the hunks may be larger than necessary. */
  readonly precise: boolean;
}

/**
 * The changes that a proposal makes to the text it was written on, as a person sees and decides them. Equal
 * arguments give equal ids, so that a page and the server speak of the same hunks.
 *
 * @param options.locale Language of both texts.
 */
export function proposalHunks(
  base: string,
  proposal: string,
  options: { readonly locale?: string } = {},
): ProposalHunks {
  const { hunks, precise } = diffForDisplay(base, proposal, options);
  const ids = hunks.map(idOf);
  const groups = hunkLinks(hunks, options.locale);
  const named = hunks.map(
    (hunk, index): ProposalHunk => ({
      ...hunk,
      id: ids[index] ?? "",
      linked: ids.filter((_, other) => other !== index && groups[other] === groups[index]),
    }),
  );
  return { hunks: named, precise };
}

const idOf = ({ baseFrom, baseTo, inserted, deleted }: Hunk): string =>
  `${baseFrom}-${baseTo}-${hashOf(`${deleted}\0${inserted}`)}`;

/** 64 bits in hexadecimal digits: two FNV-1a hashes over UTF-16 units with different bases. Not for secrets. */
function hashOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x1000193];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit ^ (one >>> 16), 0x01000193);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
