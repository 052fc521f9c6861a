import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { checkRecord, type KeptRecord } from "@/lib/core/record/check-record";
import type { Finding } from "@/lib/core/record/finding";
import type { Queryable } from "@/lib/db/client";
import { findSealedHash, findSnapshotText, listRevisionFacts } from "@/lib/db/record/publication";
import { textHash } from "../text-hash";

/**
 * Compares the database with review records that were kept outside of it. For whoever runs the installation, not for a
 * person who is signed in. Reads in the caller's transaction.
 */
export async function verifyAgainst(
  db: Queryable,
  records: readonly KeptRecord[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const record of records) {
    const { id, seal } = record.publication;
    const snapshotText = await findSnapshotText(db, id);
    const stored = {
      sealedHash: await findSealedHash(db, seal.chain, seal.place),
      snapshotText,
      revisions: await listRevisionFacts(db, snapshotText === null ? [] : revisionsOf(snapshotText)),
    };
    findings.push(...checkRecord(record, stored, textHash));
  }
  return findings;
}

const revisionsOf = (snapshotText: string): readonly string[] =>
  (JSON.parse(snapshotText) as PublicationSnapshot).segments.flatMap(({ revisionId }) => revisionId ?? []);
