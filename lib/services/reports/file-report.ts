import type { Actor } from "@/lib/core/access/roles";
import { isSlug } from "@/lib/core/document/slug";
import { anchorsOfSegment } from "@/lib/core/publication/reading-blocks";
import {
  PARAGRAPH_BREAK,
  type PublicationSnapshot,
  type PublishedSegment,
} from "@/lib/core/publication/snapshot";
import { checkReport, type ReportFault, type ReportText, reportIdentity } from "@/lib/core/report/report";
import type { UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, type Queryable } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { findSnapshot } from "@/lib/db/publications";
import {
  countWaiting,
  findReportable,
  findSameReport,
  hasReceipt,
  type ReportableArticle,
} from "@/lib/db/reports/read";
import { appendReport, lockPlace, lockReports } from "@/lib/db/reports/write";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";
import { countReport, countTry, type TooManyReports } from "./count-report";
import { appendReadersProposal, betterText, type PassageError } from "./readers-proposal";
import { type AddressError, checkAddress, checkMailsOf, giveReceipt, type WantedMail } from "./receipt";

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
  | TooManyReports
  | ReportFault
  | PassageError
  | AddressError;

export interface ReportInput extends ReportText {
  readonly slug: string;
  readonly locale: string;
  /** Fragment of the paragraph. */
  readonly anchor: string;
  /** Null where it cannot be trusted. */
  readonly networkAddress: string | null;
  /** The secret part of the address to come, the same whenever the same is sent from the same form: 18 bytes, base64url. */
  readonly receiptToken: string;
  /** Where its reader wants to hear what becomes of it; null where they do not, or no mail is sent. */
  readonly mail: WantedMail | null;
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
  if (!article) return err({ code: "not-found" });
  const { receiptToken, networkAddress } = input;
  if (await hasReceipt(db, textHash(receiptToken))) return ok(knownReport(receiptToken));
  const sender = { userId: userOf(ctx), networkAddress, translationId: article.translationId };
  const tried = await countTry(ctx, sender);
  if (!tried.ok) return tried;
  const published = await findSnapshot(db, article.publicationId);
  const segment = published?.snapshot.segments.find((one) => anchorsOfSegment(one).includes(input.anchor));
  if (!published || !segment) return err({ code: "not-found" });
  const report = checkReport(input, segment.target.map(({ text }) => text).join(PARAGRAPH_BREAK));
  if (!report.ok) return report;
  const address = checkAddress(input.mail);
  if (!address.ok) return address;
  const counted = await countReport(ctx, sender);
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
  // the same form, sent once more while it was being stored
  if (await hasReceipt(tx, textHash(input.receiptToken))) return ok(knownReport(input.receiptToken));
  const welcome = await checkMailsOf(tx, input.mail);
  if (!welcome.ok) return welcome;
  const same = await findSameReport(tx, article, contentHash);
  if (same) {
    await giveReceipt(tx, same, input, at);
    return ok(knownReport(input.receiptToken));
  }
  const reporterId = userOf(ctx);
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
    better.value === null
      ? null
      : await appendReadersProposal(tx, input, place, better.value, reporterId, at);
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
  await giveReceipt(tx, reportId, input, at);
  return ok({ token: input.receiptToken, isProposal: proposalId !== null, wasKnown: false });
}

const knownReport = (token: string): FiledReport => ({ token, isProposal: false, wasKnown: true });

const userOf = ({ actor }: ServiceContext): UserId | null => (actor?.kind === "user" ? actor.userId : null);

const actorOf = (userId: UserId | null): Actor =>
  userId ? { kind: "user", userId, isAdmin: false } : { kind: "system", job: "reader" };
