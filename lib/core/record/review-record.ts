/**
 * The review record of a publication: for every paragraph what was published, where its words come from, who wrote
 * in it, who approved it when, and under which policy. Described by review-record.schema.json, which readers of
 * the record can hold it against.
 */
import type { Policy } from "../policy/policy";
import {
  PARAGRAPH_BREAK,
  type PublicationSnapshot,
  type PublishedSegment,
  reviewedShare,
} from "../publication/snapshot";
import type { TextOrigin } from "../repair/row";
import type { Hash } from "./finding";

export const RECORD_FORMAT = "gegenlesen-review-record";
export const RECORD_VERSION = 1;

/** A person; for whoever may not read the project by a pseudonym of this record, and writers without a name. */
export interface RecordedPerson {
  readonly id: string;
  readonly name: string | null;
}

export interface RecordedApproval {
  readonly by: RecordedPerson;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Of a proposal as a whole, of a part of one, or of the text as it stood. */
  readonly kind: "accept" | "accept-part" | "approve";
  /** They wrote or imported the words themselves, as the policy of then allowed. */
  readonly ownWords: boolean;
  /** Number of the policy of then, in `policies`; 0: the defaults. */
  readonly policy: number;
}

/** What the database knows of a revision beside its text. */
export interface RevisionFacts {
  readonly contributors: readonly RecordedPerson[];
  readonly approvals: readonly RecordedApproval[];
}

export interface RecordedParagraph {
  /** Fragment of the paragraph in the published page. */
  readonly anchor: string;
  /** Public numbers of the source paragraphs. */
  readonly source: readonly number[];
  /** SHA-256 of the published text in UTF-8, its paragraphs parted by an empty line; lower case hex. */
  readonly textHash: string;
  readonly origin: TextOrigin;
  /** Null for publications from before there were records, whose contributors are not known. */
  readonly contributors: readonly RecordedPerson[] | null;
  readonly approvals: readonly RecordedApproval[];
}

/** What was asked of an approval. How many were looked at again afterwards is no part of the approval. */
export type RecordedPolicy = Omit<Policy, "secondLooks"> & { readonly number: number };

/** A publication as the record is made from it. */
export interface RecordedPublication {
  readonly id: string;
  readonly number: number;
  readonly publisher: RecordedPerson;
  readonly snapshot: PublicationSnapshot;
  /** The event that binds to the snapshot: hash of the snapshot, and its place in the chain of events. */
  readonly seal: {
    readonly snapshotHash: string;
    readonly chain: string;
    readonly place: number;
    readonly hash: string;
  };
  readonly revisions: ReadonlyMap<string, RevisionFacts>;
  readonly policies: readonly RecordedPolicy[];
}

/** The record of a publication, ready to be written as JSON. Equal arguments give equal records. */
export function reviewRecord({ snapshot, ...publication }: RecordedPublication, hash: Hash) {
  const { id, number, publisher, seal, revisions, policies } = publication;
  return {
    format: RECORD_FORMAT,
    version: RECORD_VERSION,
    document: {
      slug: snapshot.slug,
      project: snapshot.projectName,
      sourceTitle: snapshot.sourceTitle,
      targetTitle: snapshot.targetTitle,
      sourceLocale: snapshot.sourceLocale,
      targetLocale: snapshot.targetLocale,
      machine: snapshot.mtEngine,
    },
    publication: { id, number, publishedAt: snapshot.publishedAt, publisher, seal },
    reviewedShare: reviewedShare(snapshot.segments),
    policies,
    paragraphs: recordedParagraphs(snapshot, revisions, hash),
  };
}

export type ReviewRecord = ReturnType<typeof reviewRecord>;

/** What the record says of each paragraph of a publication, in their order. */
export const recordedParagraphs = (
  { segments }: PublicationSnapshot,
  revisions: ReadonlyMap<string, RevisionFacts>,
  hash: Hash,
): readonly RecordedParagraph[] => segments.map((segment) => recordedParagraph(segment, revisions, hash));

function recordedParagraph(
  { anchor, sources, target, origin, review, revisionId }: PublishedSegment,
  revisions: ReadonlyMap<string, RevisionFacts>,
  hash: Hash,
): RecordedParagraph {
  const facts = revisions.get(revisionId ?? "");
  return {
    anchor,
    source: sources.map(({ number }) => number),
    textHash: hash(target.map(({ text }) => text).join(PARAGRAPH_BREAK)),
    origin,
    contributors: facts?.contributors ?? null,
    // what was approved after the publication is no part of it
    approvals: review ? (facts?.approvals ?? []).filter(({ at }) => at <= review.approvedAt) : [],
  };
}
