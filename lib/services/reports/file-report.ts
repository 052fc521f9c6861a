import { randomBytes, randomUUID } from "node:crypto";
import { type Actor, READERS_ID } from "@/lib/core/access/roles";
import { isSlug } from "@/lib/core/document/slug";
import { anchorsOfSegment } from "@/lib/core/publication/reading-blocks";
import {
  PARAGRAPH_BREAK,
  type PublicationSnapshot,
  type PublishedSegment,
} from "@/lib/core/publication/snapshot";
import { type PassageFault, replacePassage } from "@/lib/core/report/replace-passage";
import { checkReport, type ReportFault, type ReportText, reportIdentity } from "@/lib/core/report/report";
import type { ProposalId, ReportId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inlineCodeTable } from "@/lib/core/text/inline";
import { inTransaction, type Queryable } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { appendProposal } from "@/lib/db/proposals/write";
import { findSnapshot } from "@/lib/db/publications";
import { countWaiting, findReportable, findSameReport, type ReportableArticle } from "@/lib/db/reports/read";
import {
  appendReceipt,
  appendReport,
  ensureReaders,
  lockPlace,
  lockReports,
  type ReportPlace,
} from "@/lib/db/reports/write";
import type { ServiceContext } from "../context";
import { followMove } from "../proposals/follow-move";
import type { TooMany } from "../rate-limit";
import { textHash } from "../text-hash";
import { countReport } from "./count-report";

/** Reports of people without an account that may wait on one translation. */
export const WAITING_LIMIT = 100;

export interface FiledReport {
  /** The secret part of the private address that tells what becomes of the report. Nothing else knows it. */
  readonly token: string;
  /** It is a proposal now, in the queue of all proposals. */
  readonly isProposal: boolean;
  /** Somebody has said the same before; both hear what becomes of it. */
  readonly wasKnown: boolean;
}

export type FileReportError =
  | { readonly code: "not-found" | "too-many-waiting" }
  | TooMany
  | ReportFault
  | { readonly code: Exclude<PassageFault, "passage-formatted">; readonly field: "passage" };

export interface ReportInput extends ReportText {
  readonly slug: string;
  readonly locale: string;
  /** Fragment of the paragraph. */
  readonly anchor: string;
  /** Null where it cannot be trusted. */
  readonly networkAddress: string | null;
}

/**
 * Takes a reader's report on a published paragraph; no account is needed. With a better wording it is a proposal of
 * origin `reader` on the text that was published, and follows the text that moved on since as all proposals do;
 * otherwise, and where the row was re-aligned since, somebody has to answer it. The same thing said twice is one
 * report. Of a person who is signed in it is their own words; a reader without an account is nobody known, so their
 * proposal needs two people who decide (`lacks_known_eyes`).
 */
export async function fileReport(
  ctx: ServiceContext,
  input: ReportInput,
): Promise<Result<FiledReport, FileReportError>> {
  const db = ctx.db.pool;
  const article = isSlug(input.slug) ? await findReportable(db, input.slug, input.locale) : null;
  const published = article && (await findSnapshot(db, article.publicationId));
  const segment = published?.snapshot.segments.find((one) => anchorsOfSegment(one).includes(input.anchor));
  if (!article || !published || !segment) return err({ code: "not-found" });
  const report = checkReport(input, segment.target.map(({ text }) => text).join(PARAGRAPH_BREAK));
  if (!report.ok) return report;
  const counted = await countReport(ctx, input.networkAddress);
  if (!counted.ok) return counted;
  return inTransaction(ctx.db, (tx) =>
    file(tx, ctx, { input, article, segment, snapshot: published.snapshot }),
  );
}

interface Filing {
  readonly input: ReportInput;
  readonly article: ReportableArticle;
  readonly segment: PublishedSegment;
  readonly snapshot: PublicationSnapshot;
}

/** Fails before the first write, and throws after it. */
async function file(
  tx: Queryable,
  ctx: ServiceContext,
  filing: Filing,
): Promise<Result<FiledReport, FileReportError>> {
  const { input, article, segment } = filing;
  const at = ctx.now();
  const contentHash = textHash(reportIdentity(segment.anchor, input));
  await lockReports(tx, article.translationId);
  const same = await findSameReport(tx, article, contentHash);
  if (same) return ok({ ...(await receipt(tx, same, at)), isProposal: false, wasKnown: true });
  const reporterId = ctx.actor?.kind === "user" ? ctx.actor.userId : null;
  if (!reporterId && (await countWaiting(tx, article.translationId)) >= WAITING_LIMIT)
    return err({ code: "too-many-waiting" });
  const place = await lockPlace(tx, article.translationId, {
    revisionId: segment.revisionId ?? null,
    sourceNumber: segment.sources[0]?.number ?? null,
  });
  if (!place) return err({ code: "not-found" });
  const better = betterText(filing, place);
  if (!better.ok) return better;
  const proposalId =
    better.value === null ? null : await propose(tx, filing, place, better.value, reporterId, at);
  const { publicationId, translationId, projectId } = article;
  const reportId = await appendReport(tx, {
    passage: input.passage,
    reason: input.reason,
    remark: input.remark,
    wording: input.wording,
    anchor: segment.anchor,
    segmentId: place.segmentId,
    publicationId,
    translationId,
    contentHash,
    reporterId,
    proposalId,
    at,
  });
  await appendEvent(tx, actorOf(reporterId), {
    type: "report.filed",
    projectId,
    subjectType: "report",
    subjectId: reportId,
    payload: { publicationId, anchor: segment.anchor, contentHash, proposalId },
    at,
  });
  return ok({ ...(await receipt(tx, reportId, at)), isProposal: proposalId !== null, wasKnown: false });
}

const actorOf = (userId: UserId | null): Actor =>
  userId ? { kind: "user", userId, isAdmin: false } : { kind: "system", job: "reader" };

async function receipt(tx: Queryable, reportId: ReportId, at: Date): Promise<{ readonly token: string }> {
  const token = randomBytes(18).toString("base64url");
  await appendReceipt(tx, { reportId, tokenHash: textHash(token), at });
  return { token };
}

/** The whole text with the reader's wording in it. Null: no wording, or no telling where it belongs; a person will. */
function betterText(
  { input, snapshot }: Filing,
  { baseText, isSameRow }: ReportPlace,
): Result<string | null, FileReportError> {
  if (input.wording.trim() === "") return ok(null);
  const codes = inlineCodeTable(snapshot.targetCodes);
  const replaced = replacePassage(baseText, codes, input.passage, input.wording);
  if (replaced.ok) return ok(isSameRow && replaced.value !== baseText ? replaced.value : null);
  if (!isSameRow || replaced.error === "passage-formatted") return ok(null);
  return err({ code: replaced.error, field: "passage" });
}

async function propose(
  tx: Queryable,
  { input }: Filing,
  place: ReportPlace,
  targetText: string,
  reporterId: UserId | null,
  at: Date,
): Promise<ProposalId | null> {
  if (!reporterId) await ensureReaders(tx, at);
  const authorId = reporterId ?? READERS_ID;
  const stored = await appendProposal(tx, {
    segmentId: place.segmentId,
    baseRevisionId: place.baseRevisionId,
    authorId,
    origin: "reader",
    targetText,
    textHash: textHash(targetText),
    comment: input.remark,
    reason: input.reason,
    idempotencyKey: randomUUID(),
    at,
  });
  // A repair has retired the row while this waited for it.
  if (!stored) return null;
  await followMove(tx, place.segmentId, authorId, at);
  return stored.id;
}
