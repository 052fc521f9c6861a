import { type PublicationSnapshot, type PublishedSegment, targetParagraphs } from "../publication/snapshot";
import type { StoredRevision } from "./check-revisions";
import type { Finding, Hash } from "./finding";

/** A publication as it is stored. */
export interface StoredPublication {
  readonly id: string;
  /** Such as "der-zug-aus-triest/en, publication 3". */
  readonly where: string;
  /** The snapshot as the database writes it out. */
  readonly snapshotText: string;
  /** What the event of the publication says of it; null if there is no such event. */
  readonly sealedHash: string | null;
}

/** What the texts of a publication are checked against. */
export interface ApprovedTexts {
  readonly revisions: ReadonlyMap<string, Pick<StoredRevision, "targetText">>;
  /** When each revision was approved, as in the snapshot, by its id. */
  readonly approvals: ReadonlyMap<string, readonly string[]>;
}

/** A snapshot is what its event binds to, and every text that it calls approved is that of an approved revision. */
export function checkPublication(
  publication: StoredPublication,
  approved: ApprovedTexts,
  hash: Hash,
): readonly Finding[] {
  const { id, where, snapshotText, sealedHash } = publication;
  const at = (code: Finding["code"], detail = ""): Finding => ({
    code,
    place: { table: "Publication", id, where: where + detail },
  });
  if (sealedHash === null) return [at("snapshot-not-sealed")];
  const { segments } = JSON.parse(snapshotText) as PublicationSnapshot;
  const unapproved = segments.filter((segment) => segment.review && !wasApproved(segment, approved));
  return [
    ...(hash(snapshotText) === sealedHash ? [] : [at("snapshot-changed")]),
    ...unapproved.map(({ anchor }) => at("published-text-not-approved", `, ${anchor}`)),
  ];
}

function wasApproved(segment: PublishedSegment, { revisions, approvals }: ApprovedTexts): boolean {
  // publications from before records do not name their revisions
  const candidates = segment.revisionId ? [segment.revisionId] : [...revisions.keys()];
  return candidates.some(
    (id) =>
      approvals.get(id)?.includes(segment.review?.approvedAt ?? "") &&
      hasText(segment, revisions.get(id)?.targetText ?? ""),
  );
}

function hasText({ target }: PublishedSegment, text: string): boolean {
  const paragraphs = targetParagraphs(text, []);
  return (
    paragraphs.length === target.length && paragraphs.every((one, index) => one.text === target[index]?.text)
  );
}
