import type { UserId } from "../shared/ids";
import type { LineRevision, Lines } from "./lines";

/** A text on the way to a revision, and whoever wrote what is new in it. */
export interface WrittenStep {
  readonly text: string;
  readonly authorId: UserId | null;
  readonly name: string | null;
}

/** A revision whose text several people wrote, one after the other. */
export interface SteppedRevision extends LineRevision {
  readonly authorId: UserId | null;
  readonly authorName: string | null;
  /** The versions of the proposal that it has the words of, first to last; null if all are its author's. */
  readonly steps: readonly WrittenStep[] | null;
}

/**
 * Lines in which every version of a proposal that several people wrote is a revision of its own, before the one that
 * it became: so blame credits every word to its writer. A step has the number and the time of that revision, an id of
 * its own, and no approval: only the whole was approved. Texts and ids of the revisions themselves stay what they are.
 */
export function withSteps<R extends SteppedRevision>(lines: Lines<R>): Lines<R> {
  return new Map([...lines].map(([id, revisions]) => [id, revisions.flatMap(stepsOf)]));
}

function stepsOf<R extends SteppedRevision>(revision: R): readonly R[] {
  // a version that only the base or the state of the proposal made has the words of the one before
  const steps = (revision.steps ?? []).filter(({ text }, index, all) => text !== all[index - 1]?.text);
  const last = steps.at(-1);
  if (!last) return [revision];
  const before = last.text === revision.text ? steps.slice(0, -1) : steps;
  return [
    ...before.map(
      ({ text, authorId, name }, index): R => ({
        ...revision,
        id: `${revision.id}:${index}`,
        text,
        authorId,
        authorName: name,
        approverId: null,
      }),
    ),
    { ...revision, authorId: last.authorId, authorName: last.name },
  ];
}
