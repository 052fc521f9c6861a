import type { ReportOutcome } from "@/lib/core/report/report-outcome";
import type { ProjectId, ReportId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** How many reports wait of which somebody at this address wants to hear; until `tx` ends nobody else adds one. */
export async function countMailsOf(tx: Queryable, address: string): Promise<number> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('report-mail'), hashtext($1))`, [address]);
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "ReportMail" WHERE "address" = $1`,
    [address],
  );
  return rows[0]?.count ?? 0;
}

/** Keeps where to tell what becomes of a report, and in which language; to be looked at for the first time at `dueAt`. */
export async function appendMail(
  tx: Queryable,
  mail: {
    readonly tokenHash: string;
    readonly token: string;
    readonly address: string;
    readonly uiLocale: string;
    readonly dueAt: Date;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO "ReportMail" ("tokenHash", "token", "address", "uiLocale", "dueAt", "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [mail.tokenHash, mail.token, mail.address, mail.uiLocale, mail.dueAt, mail.at],
  );
}

/** Makes due what has news from before `before`, except what waits for another attempt, and deletes these. One process takes each, once. How many there were. */
export async function spreadNews(tx: Queryable, before: Date, at: Date): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `WITH taken AS (
       DELETE FROM "ReportNews" WHERE "id" IN (
         SELECT "id" FROM "ReportNews" WHERE "createdAt" < $1 ORDER BY "id" LIMIT 500 FOR UPDATE SKIP LOCKED)
       RETURNING "reportId"),
     due AS (
       UPDATE "ReportMail" m SET "news" = m."news" + 1, "dueAt" = CASE WHEN m."attempts" > 0 THEN m."dueAt" ELSE least(m."dueAt", $2) END
       FROM "ReportReceipt" c
       WHERE c."reportId" IN (SELECT "reportId" FROM taken) AND m."tokenHash" = c."tokenHash" AND m."endedAs" IS NULL)
     SELECT count(*)::int AS "count" FROM taken`,
    [before, at],
  );
  return rows[0]?.count ?? 0;
}

/** A mail that one process has taken to send it. */
export interface TakenMail {
  readonly tokenHash: string;
  readonly token: string;
  readonly address: string;
  readonly uiLocale: string;
  readonly told: ReportOutcome;
  readonly news: number;
  /** How often it was tried before. */
  readonly attempts: number;
  readonly reportId: ReportId;
  readonly projectId: ProjectId;
}

/**
 * Takes what has been due longest and nobody has taken, until a time; nothing of which there are news that have not
 * been spread. Null if there is none.
 */
export async function takeDueMail(tx: Queryable, at: Date, until: Date): Promise<TakenMail | null> {
  const { rows } = await tx.query<TakenMail>(
    `UPDATE "ReportMail" m SET "takenUntil" = $2
     FROM "ReportReceipt" c JOIN "Report" r ON r."id" = c."reportId"
     JOIN "Translation" t ON t."id" = r."translationId" JOIN "Document" d ON d."id" = t."documentId"
     WHERE c."tokenHash" = m."tokenHash" AND m."tokenHash" = (
       SELECT n."tokenHash" FROM "ReportMail" n
       WHERE n."dueAt" <= $1 AND n."endedAs" IS NULL AND (n."takenUntil" IS NULL OR n."takenUntil" <= $1)
         AND NOT EXISTS (
           SELECT FROM "ReportReceipt" h JOIN "ReportNews" w ON w."reportId" = h."reportId"
           WHERE h."tokenHash" = n."tokenHash")
       ORDER BY n."dueAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING m."tokenHash", m."token", m."address", m."uiLocale", m."told", m."news", m."attempts",
       r."id" AS "reportId", d."projectId"`,
    [at, until],
  );
  return rows[0] ?? null;
}

/** What is to be remembered of a mail that was taken. */
export interface MailAfter {
  readonly told: ReportOutcome;
  readonly attempts: number;
  /** When to try again; null: not before there are news. */
  readonly dueAt: Date | null;
}

/**
 * Gives a taken mail back. With news that came meanwhile it is due at once, unless it waits for another attempt. Nothing happens if it is not the
 * caller's any more: its reader wanted no more mail, or the time until which it was taken went by.
 */
export async function returnMail(
  tx: Queryable,
  mail: TakenMail,
  until: Date,
  after: MailAfter & { readonly at: Date },
): Promise<void> {
  await tx.query(
    `UPDATE "ReportMail" SET "told" = $3, "attempts" = $4, "takenUntil" = NULL,
       "dueAt" = CASE WHEN "news" = $5 OR $4 > 0 THEN $6::timestamptz ELSE $7 END
     WHERE "tokenHash" = $1 AND "takenUntil" = $2 AND "endedAs" IS NULL`,
    [mail.tokenHash, until, after.told, after.attempts, mail.news, after.dueAt, after.at],
  );
}

export type MailEnd = "told" | "stopped" | "failed" | "expired";

/** Somebody is written to as long as it waits; then why not any more. */
export type MailState = MailEnd | "waiting";

const FORGET = `"address" = NULL, "token" = NULL, "dueAt" = NULL, "takenUntil" = NULL`;

/**
 * Forgets an address for good and says why. False if it was forgotten before, there never was one, or there are other
 * `news` than these.
 */
export async function endMail(
  tx: Queryable,
  tokenHash: string,
  end: MailEnd,
  at: Date,
  news: number | null = null,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE "ReportMail" SET "endedAs" = $2::"ReportMailEnd", "endedAt" = $3, ${FORGET}
     WHERE "tokenHash" = $1 AND "endedAs" IS NULL AND ($4::int IS NULL OR "news" = $4)`,
    [tokenHash, end, at, news],
  );
  return rowCount === 1;
}

/** Forgets the addresses that were left before `before`; how many. */
export async function expireMails(db: Queryable, before: Date, at: Date): Promise<number> {
  const { rowCount } = await db.query(
    `UPDATE "ReportMail" SET "endedAs" = 'expired', "endedAt" = $2, ${FORGET}
     WHERE "createdAt" < $1 AND "endedAs" IS NULL`,
    [before, at],
  );
  return rowCount ?? 0;
}
