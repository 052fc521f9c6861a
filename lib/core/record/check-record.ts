import type { PublicationSnapshot } from "../publication/snapshot";
import type { Finding, Hash } from "./finding";
import { publicPeople } from "./pseudonyms";
import {
  type RecordedParagraph,
  type ReviewRecord,
  type RevisionFacts,
  recordedParagraphs,
} from "./review-record";

/** What a check needs of a review record that somebody has kept. */
export interface KeptRecord {
  readonly document: Pick<ReviewRecord["document"], "slug" | "targetLocale">;
  readonly publication: Pick<ReviewRecord["publication"], "id" | "number" | "seal">;
  readonly paragraphs: readonly KeptParagraph[];
}

/**
 * A name may be missing in a record, and may have been changed since: people are known by their ids, or, in a record for
 * the public, by their pseudonyms.
 */
export type KeptParagraph = Pick<RecordedParagraph, "anchor" | "textHash"> & {
  readonly contributors: readonly { readonly id: string }[] | null;
  readonly approvals: readonly {
    readonly by: { readonly id: string };
    readonly at: string;
    readonly kind: string;
    readonly ownWords: boolean;
    readonly policy: number;
  }[];
};

/** What the database says today of the things that a record names. */
export interface StoredForRecord {
  /** Hash of the event at the record's place of its chain; null if there is none. */
  readonly sealedHash: string | null;
  /** The snapshot as the database writes it out; null if there is no such publication. */
  readonly snapshotText: string | null;
  readonly revisions: ReadonlyMap<string, RevisionFacts>;
}

/**
 * Does the database still say what a kept record says? A history that was rewritten as a whole, chain and all, agrees
 * with itself, and not with a record from before.
 */
export function checkRecord(record: KeptRecord, stored: StoredForRecord, hash: Hash): readonly Finding[] {
  const { document, publication, paragraphs } = record;
  const { seal } = publication;
  const where = `${document.slug}/${document.targetLocale}, publication ${publication.number}`;
  const at = (code: Finding["code"], detail = ""): Finding => ({
    code,
    place: { table: "Publication", id: publication.id, where: where + detail },
  });
  const findings: Finding[] = [];
  if (stored.sealedHash !== seal.hash)
    findings.push({
      code: "record-chain-rewritten",
      place: {
        table: "EventSeal",
        id: `${seal.chain} ${seal.place}`,
        where: `${where}, event ${seal.place}`,
      },
    });
  if (stored.snapshotText === null) return [...findings, at("record-publication-missing")];
  if (hash(stored.snapshotText) !== seal.snapshotHash) findings.push(at("record-publication-changed"));
  const snapshot = JSON.parse(stored.snapshotText) as PublicationSnapshot;
  const today = new Map(recordedParagraphs(snapshot, stored.revisions, hash).map((one) => [one.anchor, one]));
  for (const kept of paragraphs) {
    const one = today.get(kept.anchor);
    if (one?.textHash !== kept.textHash) findings.push(at("record-paragraph-changed", `, ${kept.anchor}`));
    else if (
      ![one, publicPeople(publication.id, one, hash)].some((people) => peopleOf(people) === peopleOf(kept))
    )
      findings.push(at("record-people-changed", `, ${kept.anchor}`));
  }
  if (today.size !== paragraphs.length)
    findings.push(at("record-publication-changed", ", number of paragraphs"));
  return findings;
}

/** Who wrote and who approved, in a form that can be compared. */
const peopleOf = ({ contributors, approvals }: KeptParagraph): string =>
  JSON.stringify([
    contributors?.map(({ id }) => id).sort() ?? null,
    approvals.map(({ by, at, kind, ownWords, policy }) => [by.id, at, kind, ownWords, policy]),
  ]);
