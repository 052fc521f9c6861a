import type { Finding, Hash } from "./finding";

/** A revision as it is stored, with what a person would call its place. */
export interface StoredRevision {
  readonly id: string;
  readonly segmentId: string;
  readonly number: number;
  readonly parentId: string | null;
  readonly targetText: string;
  readonly textHash: string;
  readonly authorId: string | null;
  readonly proposalId: string | null;
  /** The version of the proposal that it has the words of; null where no decision tells. */
  readonly proposalVersion: number | null;
  /** Revisions that its text was put together from by a repair. */
  readonly fromRevisionIds: readonly string[];
}

/** The segment that revisions belong to. */
export interface StoredSegment {
  readonly id: string;
  readonly currentRevisionId: string | null;
  /** Such as "der-zug-aus-triest/en, row 3". */
  readonly where: string;
}

const at = (code: Finding["code"], { id, number }: StoredRevision, { where }: StoredSegment): Finding => ({
  code,
  place: { table: "Revision", id, where: `${where}, revision ${number}` },
});

/**
 * Every revision has the hash of its text, follows the one before it, and the last one is the current one.
 *
 * @param revisions All of the segment, by number.
 */
export function checkRevisions(
  segment: StoredSegment,
  revisions: readonly StoredRevision[],
  hash: Hash,
): readonly Finding[] {
  const findings = revisions.flatMap((revision, index): Finding[] => {
    const before = revisions[index - 1]?.id ?? null;
    const isInPlace = revision.number === index + 1 && revision.parentId === before;
    return [
      ...(hash(revision.targetText) === revision.textHash
        ? []
        : [at("revision-text-changed", revision, segment)]),
      ...(isInPlace ? [] : [at("revision-chain-broken", revision, segment)]),
    ];
  });
  const last = revisions.at(-1);
  if (!last || segment.currentRevisionId === last.id) return findings;
  return [...findings, at("current-text-not-last", last, segment)];
}
