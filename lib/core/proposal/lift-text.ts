import { PARAGRAPH_BREAK } from "../publication/snapshot";
import type { RevisionId, SegmentId } from "../shared/ids";

/** The first text of a row that a repair made, and the texts of other rows that it was put together from, in order. */
export interface MadeText {
  readonly revisionId: RevisionId;
  readonly segmentId: SegmentId;
  readonly text: string;
  readonly pieces: readonly {
    readonly fromRevisionId: RevisionId;
    readonly text: string;
    /** The piece is all of that text. */
    readonly isWhole: boolean;
  }[];
}

/** A proposal with the text that it changes. */
export interface BasedText {
  readonly revisionId: RevisionId;
  readonly base: string;
  readonly proposed: string;
}

/**
 * Brings a proposal from the text of a row that is no more to the first text of the row that a repair made of it: the
 * text that it changes stands there as one of the pieces, and what is around it stays as it is. Through several repairs
 * one after another. Null if that text was cut, stands there more than once, or is empty: where its words belong only a
 * person can say.
 *
 * @param made What repairs made on the way to this row.
 */
export function liftText(
  proposal: BasedText,
  made: readonly MadeText[],
  segmentId: SegmentId,
): BasedText | null {
  let lifted = proposal;
  for (let repairs = 0; repairs < made.length; repairs++) {
    const [next, ...others] = made.filter((one) => wholePieces(one, lifted.revisionId).length > 0);
    const step = next && others.length === 0 ? liftInto(lifted, next) : null;
    if (!next || !step || next.segmentId === segmentId) return step;
    lifted = step;
  }
  return null;
}

function liftInto({ revisionId, base, proposed }: BasedText, made: MadeText): BasedText | null {
  const [only, ...others] = wholePieces(made, revisionId);
  const from = only === undefined ? undefined : placesOf(made)?.[only];
  if (from === undefined || others.length > 0 || base === "") return null;
  const [head, tail] = [made.text.slice(0, from), made.text.slice(from + base.length)];
  return { revisionId: made.revisionId, base: made.text, proposed: head + proposed + tail };
}

const wholePieces = ({ pieces }: MadeText, revisionId: RevisionId): readonly number[] =>
  pieces.flatMap((piece, index) => (piece.isWhole && piece.fromRevisionId === revisionId ? [index] : []));

/** Where each piece begins, in UTF-16 units. Between two of them stands nothing, or a paragraph break. */
function placesOf({ text, pieces }: MadeText): readonly number[] | null {
  const places: number[] = [];
  let end = 0;
  for (const piece of pieces) {
    const from = [end, end + PARAGRAPH_BREAK.length].find((place) => text.startsWith(piece.text, place));
    if (from === undefined) return null;
    places.push(from);
    end = from + piece.text.length;
  }
  return places;
}
