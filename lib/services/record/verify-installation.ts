import { checkChain, checkChainEnd, EMPTY_CHAIN } from "@/lib/core/record/check-chain";
import { checkDecision, type DecidedHistory } from "@/lib/core/record/check-decisions";
import { checkPublication } from "@/lib/core/record/check-publication";
import { checkRevisions, type StoredRevision } from "@/lib/core/record/check-revisions";
import type { Finding } from "@/lib/core/record/finding";
import type { Queryable } from "@/lib/db/client";
import { listChains, listSealedEvents, listUnsealedEvents } from "@/lib/db/record/chain";
import {
  type DatedDecision,
  listProposalWriters,
  listStoredDecisions,
  listStoredPublications,
  listStoredRevisions,
  listStoredSegments,
  listTranslations,
  type VerifiedTranslation,
} from "@/lib/db/record/history";
import { listContradictions } from "@/lib/db/record/told";
import { textHash } from "../text-hash";

/** What was looked at, and what is wrong with it. */
export interface Verification {
  readonly counts: {
    readonly events: number;
    readonly revisions: number;
    readonly decisions: number;
    readonly publications: number;
  };
  readonly findings: readonly Finding[];
}

const EVENTS_AT_ONCE = 5_000;

/**
 * Recomputes the whole stored history from the rows themselves: the chains of events, the chains and hashes of
 * revisions, every decision against the texts, the writers and the policy, and every publication against the approved
 * revisions; and the log against the rows that it tells of. For whoever runs the installation, not for a person who is signed in. Reads in the caller's transaction;
 * for one consistent state it is REPEATABLE READ.
 */
export async function verifyInstallation(db: Queryable): Promise<Verification> {
  const chains = await verifyChains(db);
  const counts = { events: chains.events, revisions: 0, decisions: 0, publications: 0 };
  const findings = [...chains.findings];
  for (const translation of await listTranslations(db)) {
    const one = await verifyTranslation(db, translation);
    counts.revisions += one.revisions;
    counts.decisions += one.decisions;
    counts.publications += one.publications;
    findings.push(...one.findings);
  }
  return { counts, findings: [...findings, ...(await listContradictions(db))] };
}

async function verifyChains(db: Queryable) {
  const findings: Finding[] = [];
  let events = 0;
  for (const { chain, end } of await listChains(db)) {
    let head = EMPTY_CHAIN;
    for (;;) {
      const read = await listSealedEvents(db, chain, head.length, EVENTS_AT_ONCE);
      const checked = checkChain(chain, read, head, textHash);
      findings.push(...checked.findings);
      events += read.length;
      head = checked.head;
      if (read.length < EVENTS_AT_ONCE) break;
    }
    findings.push(...checkChainEnd(chain, head, end));
  }
  const unsealed = await listUnsealedEvents(db);
  findings.push(...checkChain("no chain", unsealed, EMPTY_CHAIN, textHash).findings);
  return { events, findings };
}

async function verifyTranslation(db: Queryable, translation: VerifiedTranslation) {
  const segments = await listStoredSegments(db, translation);
  const revisions = await listStoredRevisions(db, translation.id);
  const decisions = await listStoredDecisions(db, translation.id);
  const publications = await listStoredPublications(db, translation);
  const bySegment = grouped(revisions, ({ segmentId }) => segmentId);
  const history: DecidedHistory = {
    revisions: new Map(revisions.map((revision): [string, StoredRevision] => [revision.id, revision])),
    segments: new Map(segments.map((segment) => [segment.id, segment])),
    proposalWriters: await listProposalWriters(db, translation.id),
    importerId: translation.importerId,
  };
  const approved = { revisions: history.revisions, approvals: approvalTimes(decisions, history.revisions) };
  return {
    revisions: revisions.length,
    decisions: decisions.length,
    publications: publications.length,
    findings: [
      ...segments.flatMap((segment) => checkRevisions(segment, bySegment.get(segment.id) ?? [], textHash)),
      ...decisions.flatMap((decision) => checkDecision(decision, history, textHash)),
      ...publications.flatMap((publication) => checkPublication(publication, approved, textHash)),
    ],
  };
}

/**
 * When each revision was approved. A text that an undo brought back has the approvals of the one that it was before.
 */
function approvalTimes(
  decisions: readonly DatedDecision[],
  revisions: ReadonlyMap<string, StoredRevision>,
): ReadonlyMap<string, readonly string[]> {
  const times = new Map<string, readonly string[]>();
  const add = (id: string, more: readonly string[]) => times.set(id, [...(times.get(id) ?? []), ...more]);
  for (const { kind, revisionId, createdAt } of decisions)
    if (kind.startsWith("accept") || kind === "approve") add(revisionId, [createdAt.toISOString()]);
  const broughtBack = decisions.filter(({ kind }) => kind === "undo").map(({ revisionId }) => revisionId);
  for (const revision of inOrder(broughtBack, revisions))
    for (const before of revision.fromRevisionIds) add(revision.id, times.get(before) ?? []);
  return times;
}

/** Each of these revisions once, earlier ones of a segment before later ones. */
const inOrder = (
  ids: readonly string[],
  revisions: ReadonlyMap<string, StoredRevision>,
): readonly StoredRevision[] =>
  [...new Set(ids)].flatMap((id) => revisions.get(id) ?? []).sort((a, b) => a.number - b.number);

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
