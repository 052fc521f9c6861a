/**
 * Looks at a database after the fact and says what cannot be true of one that kept its promises. Knows the tables
 * and nothing else: no line of it is shared with what wrote them.
 */
import { createHash } from "node:crypto";
import pg from "pg";

/** An act that somebody was told is done. */
export interface Acknowledged {
  readonly kind: "proposal" | "decision";
  /** Of a proposal its text, of a decision the id of its proposal. */
  readonly id: string;
}

/** One sentence for each thing that does not hold; none if all does. */
export async function check(
  url: string,
  acknowledged: readonly Acknowledged[] = [],
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "check" });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return [
      ...(await checkAcknowledged(client, acknowledged)),
      ...(await checkRows(client)),
      ...(await checkTexts(client)),
      ...(await checkEvents(client)),
    ];
  } finally {
    await client.end();
  }
}

async function checkAcknowledged(
  client: pg.Client,
  all: readonly Acknowledged[],
): Promise<readonly string[]> {
  const found: Readonly<Record<Acknowledged["kind"], string>> = {
    proposal: `SELECT "targetText" AS "id", count(*)::int AS "times" FROM "Proposal" GROUP BY 1`,
    decision: `SELECT "proposalId"::text AS "id", count(*)::int AS "times" FROM "Decision" WHERE "proposalId" IS NOT NULL GROUP BY 1`,
  };
  const wrong: string[] = [];
  for (const kind of ["proposal", "decision"] as const) {
    const { rows } = await client.query<{ id: string; times: number }>(found[kind]);
    const times = new Map(rows.map((row) => [row.id, row.times]));
    for (const one of all)
      if (one.kind === kind && times.get(one.id) !== 1)
        wrong.push(`the acknowledged ${kind} ${one.id} is there ${times.get(one.id) ?? 0} times`);
  }
  return wrong;
}

/** What is wrong, and the rows of which it is true. */
const WRONG: Readonly<Record<string, string>> = {
  "a chain of revisions forks or has a gap": `
    SELECT r."id" FROM "Revision" r LEFT JOIN "Revision" p ON p."id" = r."parentId"
    WHERE CASE WHEN r."number" = 1 THEN r."parentId" IS NOT NULL
               ELSE p."segmentId" IS DISTINCT FROM r."segmentId" OR p."number" IS DISTINCT FROM r."number" - 1 END
    UNION ALL
    SELECT "segmentId" FROM "Revision" GROUP BY 1 HAVING count(*) <> max("number") OR count(DISTINCT "number") <> count(*)`,
  "the current text is not the last revision": `
    SELECT s."id" FROM "Segment" s JOIN "Revision" r ON r."segmentId" = s."id"
    GROUP BY s."id" HAVING (array_agg(r."id" ORDER BY r."number" DESC))[1] IS DISTINCT FROM s."currentRevisionId"`,
  "a text is approved and no decision says so": `
    WITH RECURSIVE kept("segmentId", "id") AS (
      SELECT "id", "currentRevisionId" FROM "Segment" WHERE "state" IN ('reviewed', 'final') UNION
      -- an undo has brought the text before back, with its approval
      SELECT k."segmentId", q."fromRevisionId" FROM kept k
      JOIN "Decision" u ON u."revisionId" = k."id" AND u."kind" = 'undo'
      JOIN "Decision" d ON d."id" = u."undoesId" AND d."revisionId" <> k."id" AND d."kind" IN ('accept', 'accept-part', 'revert')
      JOIN "RevisionPart" q ON q."revisionId" = k."id"
      JOIN "Revision" f ON f."id" = q."fromRevisionId" AND f."segmentId" = k."segmentId"
    )
    SELECT "segmentId" AS "id" FROM kept GROUP BY 1 HAVING NOT bool_or(EXISTS (
      SELECT FROM "Decision" d WHERE d."revisionId" = kept."id" AND d."kind" IN ('accept', 'accept-part', 'approve')
        AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")))`,
  "words were taken out, and the text counts as approved by that": `
    SELECT s."id" FROM "Segment" s JOIN "Decision" d ON d."revisionId" = s."currentRevisionId" AND d."kind" = 'revert'
    WHERE s."state" IN ('reviewed', 'final') AND NOT EXISTS (
      SELECT FROM "Decision" a WHERE a."revisionId" = d."revisionId" AND a."kind" = 'approve'
        AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = a."id"))`,
  "a proposal has not one revision for each time that it was accepted": `
    SELECT p."id" FROM "Proposal" p LEFT JOIN "Revision" r ON r."proposalId" = p."id"
    GROUP BY p."id" HAVING count(r."id") <> (
      SELECT count(*) FROM "Decision" d WHERE d."proposalId" = p."id" AND d."kind" IN ('accept', 'accept-part'))`,
  "a proposal was accepted in part, and its author has no proposal of what was left": `
    SELECT p."id" FROM "Proposal" p WHERE p."state" = 'divided' AND NOT EXISTS (
      SELECT FROM "Proposal" rest WHERE rest."fromProposalId" = p."id" AND rest."authorId" = p."authorId")`,
  "a version of a proposal is missing": `
    SELECT p."id" FROM "Proposal" p LEFT JOIN "ProposalVersion" v ON v."proposalId" = p."id"
    GROUP BY p."id" HAVING count(v."version") <> p."version" - 1`,
  "a proposal is open or ended, and its decisions say otherwise": `
    SELECT p."id" FROM "Proposal" p LEFT JOIN "Decision" d ON d."proposalId" = p."id"
      AND d."kind" IN ('accept', 'accept-part', 'decline', 'withdraw')
      AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")
    GROUP BY p."id" HAVING (p."state" IN ('open', 'contained', 'rejoined')) <> (count(d."id") = 0)`,
  "somebody decided on their own words": `
    SELECT d."id" FROM "Decision" d
    JOIN "Segment" s ON s."id" = d."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
    JOIN "Document" o ON o."id" = t."documentId"
    LEFT JOIN "ProjectPolicy" y ON y."projectId" = o."projectId" AND y."number" = d."policyNumber"
    WHERE d."kind" IN ('accept', 'accept-part', 'approve') AND coalesce(y."fourEyes", true)
      AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")
      AND NOT (d."kind" = 'accept' AND NOT coalesce(y."secondEditor", true) AND EXISTS (
        SELECT FROM "Proposal" p WHERE p."id" = d."proposalId" AND p."versionCause" = 'edited'
          AND p."versionById" = d."actorId" AND p."authorId" <> d."actorId")) AND (
      d."actorId" = t."importedById"
      OR EXISTS (SELECT FROM "Proposal" p WHERE p."id" = d."proposalId" AND p."authorId" = d."actorId")
      OR EXISTS (SELECT FROM "ProposalContributor" c WHERE c."proposalId" = d."proposalId" AND c."userId" = d."actorId"
                   AND c."sinceVersion" <= d."proposalVersion")
         AND NOT (d."kind" = 'accept' AND NOT coalesce(y."secondEditor", true)) -- an editor's words in another's proposal
      OR d."kind" = 'approve' AND EXISTS (
        WITH RECURSIVE whole("id") AS (
          SELECT d."revisionId" UNION SELECT p."fromRevisionId" FROM whole w JOIN "RevisionPart" p ON p."revisionId" = w."id"
        )
        SELECT FROM whole w JOIN "Revision" r ON r."id" = w."id"
        LEFT JOIN "Decision" m ON m."revisionId" = r."id" AND m."kind" IN ('accept', 'accept-part')
        LEFT JOIN "ProposalContributor" c ON c."proposalId" = r."proposalId"
          AND c."sinceVersion" <= coalesce(m."proposalVersion", c."sinceVersion")
        WHERE r."authorId" = d."actorId" OR c."userId" = d."actorId"))`,
  "somebody accepted a change of their own text, which nobody had approved": `
    SELECT d."id" FROM "Decision" d
    JOIN "Segment" s ON s."id" = d."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
    JOIN "Document" o ON o."id" = t."documentId" JOIN "Revision" n ON n."id" = d."revisionId"
    LEFT JOIN "ProjectPolicy" y ON y."projectId" = o."projectId" AND y."number" = d."policyNumber"
    WHERE d."kind"::text IN ('accept', 'accept-part') AND coalesce(y."fourEyes", true) AND NOT d."wasApproved"
      AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id") AND EXISTS (
      WITH RECURSIVE whole("id") AS (
        SELECT n."parentId" UNION
        SELECT below."id" FROM whole w, LATERAL (
          SELECT p."fromRevisionId" AS "id" FROM "RevisionPart" p WHERE p."revisionId" = w."id"
          UNION ALL
          SELECT r."parentId" FROM "Revision" r JOIN "Decision" a ON a."revisionId" = r."id" AND a."kind"::text LIKE 'accept%'
          WHERE r."id" = w."id" AND NOT a."wasApproved") below
      )
      SELECT FROM whole w JOIN "Revision" r ON r."id" = w."id"
      LEFT JOIN "Decision" m ON m."revisionId" = r."id" AND m."kind" IN ('accept', 'accept-part')
      LEFT JOIN "ProposalContributor" c ON c."proposalId" = r."proposalId"
        AND c."sinceVersion" <= coalesce(m."proposalVersion", c."sinceVersion")
      WHERE r."authorId" = d."actorId" OR c."userId" = d."actorId")`,
  "somebody looked a second time at their own approval or words, or where nobody had asked": `
    SELECT l."decisionId" AS "id" FROM "SecondLook" l JOIN "Decision" d ON d."id" = l."decisionId"
    WHERE l."actorId" = d."actorId"
      OR EXISTS (SELECT FROM "ProposalContributor" c WHERE c."proposalId" = d."proposalId" AND c."userId" = l."actorId")
      OR NOT EXISTS (SELECT FROM "SecondLookDue" x WHERE x."decisionId" = d."id")`,
  "an approval was taken back after the text was accepted by it": `
    SELECT b."approvalId" AS "id" FROM "ApprovalTakenBack" b JOIN "Approval" a ON a."id" = b."approvalId"
    JOIN "Decision" d ON d."segmentId" = a."segmentId" AND d."proposalId" IS NOT DISTINCT FROM a."proposalId"
      AND d."textHash" = a."textHash" AND d."kind" IN ('accept', 'approve') AND d."createdAt" < b."createdAt"
      AND d."objections" = a."objections"
      AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id" AND u."createdAt" <= b."createdAt")`,
  "somebody approved a text again to which others had objected": `
    WITH given AS (
      SELECT d."id", d."actorId", d."segmentId", r."textHash", d."objections", d."createdAt",
             coalesce(y."fourEyes", true) AS "fourEyes"
      FROM "Decision" d JOIN "Revision" r ON r."id" = d."revisionId" JOIN "Segment" s ON s."id" = d."segmentId"
      JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" o ON o."id" = t."documentId"
      LEFT JOIN "ProjectPolicy" y ON y."projectId" = o."projectId" AND y."number" = d."policyNumber"
      WHERE d."kind"::text IN ('accept', 'accept-part', 'approve')
      UNION ALL
      SELECT "id", "actorId", "segmentId", "textHash", "objections", "createdAt", true FROM "Approval"
    )
    SELECT g."id" FROM given g WHERE g."objections" > 0 AND g."fourEyes"
      AND EXISTS (SELECT FROM given b WHERE b."segmentId" = g."segmentId" AND b."textHash" = g."textHash"
                  AND b."actorId" = g."actorId" AND b."objections" < g."objections")
      AND NOT EXISTS (
        SELECT FROM given o WHERE o."segmentId" = g."segmentId" AND o."textHash" = g."textHash"
          AND o."objections" = g."objections" AND o."createdAt" <= g."createdAt" AND NOT EXISTS (
            SELECT FROM given b WHERE b."segmentId" = o."segmentId" AND b."textHash" = o."textHash"
              AND b."actorId" = o."actorId" AND b."objections" < o."objections"))`,
  "a text was accepted with fewer approvals than the policy asks for": `
    SELECT d."id" FROM "Decision" d JOIN "Segment" s ON s."id" = d."segmentId"
    JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" o ON o."id" = t."documentId"
    JOIN "ProjectPolicy" y ON y."projectId" = o."projectId" AND y."number" = d."policyNumber"
    WHERE d."kind"::text IN ('accept', 'accept-part', 'approve') AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")
      AND y."approvals" > 1 + (
      SELECT count(DISTINCT a."actorId") FROM "Approval" a WHERE a."segmentId" = d."segmentId"
        AND a."proposalId" IS NOT DISTINCT FROM d."proposalId" AND a."textHash" = d."textHash" AND a."actorId" <> d."actorId"
        AND NOT EXISTS (SELECT FROM "ApprovalTakenBack" b WHERE b."approvalId" = a."id"))`,
  // who does the same again after an undo has as many events as decisions
  "a decision has not exactly one event": `
    SELECT (array_agg(d."id"))[1] AS "id" FROM "Decision" d WHERE d."kind"::text <> 'undo'
    GROUP BY d."kind", d."segmentId", d."proposalId", d."proposalVersion", d."revisionId", d."textHash", d."actorId"
    HAVING count(*) <> (
      SELECT count(*) FROM "Event" e
      WHERE e."subjectId" = coalesce(d."proposalId", d."segmentId")::text AND e."actor" = 'user:' || d."actorId"
        AND e."payload"->>'textHash' = d."textHash"
        AND e."type" = CASE d."kind"::text WHEN 'accept' THEN 'proposal.accepted'
                                           WHEN 'accept-part' THEN 'proposal.accepted-in-part'
                                           WHEN 'decline' THEN 'proposal.declined' WHEN 'withdraw' THEN 'proposal.withdrawn'
                                           WHEN 'request_changes' THEN 'proposal.changes-requested'
                                           WHEN 'revert' THEN 'proposal.reverted'
                                           WHEN 'approve' THEN 'segment.approved' END
        AND coalesce(e."payload"->>'revisionId', d."revisionId"::text) = d."revisionId"::text
        AND coalesce(e."payload"->>'version', d."proposalVersion"::text, '') = coalesce(d."proposalVersion"::text, ''))`,
  "an undo has not exactly one event": `
    SELECT d."id" FROM "Decision" d LEFT JOIN "Event" e ON e."type" = 'decision.undone'
      AND e."subjectId" = d."undoesId"::text AND e."payload"->>'undoId' = d."id"::text AND e."actor" = 'user:' || d."actorId"
    WHERE d."kind"::text = 'undo' GROUP BY d."id" HAVING count(e."sequence") <> 1`,
  "an event tells of a decision that is not there": `
    SELECT e."sequence"::text AS "id" FROM "Event" e
    WHERE e."type" IN ('proposal.accepted', 'proposal.accepted-in-part', 'proposal.declined', 'proposal.withdrawn') AND NOT EXISTS (
      SELECT FROM "Decision" d WHERE d."proposalId"::text = e."subjectId"
        AND d."textHash" = e."payload"->>'textHash')`,
  "an event is in no chain": `
    SELECT e."sequence"::text AS "id" FROM "Event" e
    WHERE NOT EXISTS (SELECT FROM "EventSeal" s WHERE s."eventSequence" = e."sequence")`,
};

async function checkRows(client: pg.Client): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [sentence, sql] of Object.entries(WRONG)) {
    const { rows } = await client.query<{ id: string }>(sql);
    if (rows.length > 0) wrong.push(`${sentence}: ${rows.length}, such as ${rows[0]?.id}`);
  }
  return wrong;
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

async function checkTexts(client: pg.Client): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const table of ["Revision", "Proposal"]) {
    const { rows } = await client.query<{ id: string; targetText: string; textHash: string }>(
      `SELECT "id", "targetText", "textHash" FROM "${table}"`,
    );
    for (const row of rows)
      if (sha256(row.targetText) !== row.textHash)
        wrong.push(`the hash of ${table} ${row.id} is that of another text`);
  }
  const { rows } = await client.query<{ id: string; targetText: string; textHash: string }>(
    `SELECT d."id", r."targetText", d."textHash" FROM "Decision" d JOIN "Revision" r ON r."id" = d."revisionId"
     WHERE d."kind" IN ('accept', 'approve')`,
  );
  for (const row of rows)
    if (sha256(row.targetText) !== row.textHash) wrong.push(`decision ${row.id} was about another text`);
  return wrong;
}

interface SealedRow {
  readonly chain: string;
  readonly number: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly fields: readonly string[];
}

/** Every chain from its first event to its stored end. */
async function checkEvents(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<SealedRow>(
    `SELECT s."chain", s."number"::text AS "number", s."previousHash", s."hash",
            ARRAY[e."sequence"::text, e."type", coalesce(e."projectId"::text, ''), e."actor", e."subjectType",
                  e."subjectId", e."payload"::text, (extract(epoch FROM e."createdAt") * 1000)::bigint::text] AS "fields"
     FROM "EventSeal" s JOIN "Event" e ON e."sequence" = s."eventSequence" ORDER BY s."chain", s."number"`,
  );
  const wrong: string[] = [];
  const ends = new Map<string, { number: number; hash: string }>();
  for (const { chain, number, previousHash, hash, fields } of rows) {
    const before = ends.get(chain) ?? { number: 0, hash: "" };
    if (Number(number) !== before.number + 1 || previousHash !== before.hash)
      wrong.push(`chain ${chain} breaks before place ${number}`);
    const said = ["gegenlesen-event-1", previousHash, number, ...fields]
      .map((field) => `${Buffer.byteLength(field)}:${field},`)
      .join("");
    if (sha256(said) !== hash) wrong.push(`chain ${chain} holds another event at place ${number}`);
    ends.set(chain, { number: Number(number), hash });
  }
  const stored = await client.query<{ chain: string; length: string; hash: string }>(
    `SELECT "chain", "length"::text AS "length", "hash" FROM "EventChain"`,
  );
  for (const { chain, length, hash } of stored.rows) {
    const end = ends.get(chain);
    if (Number(length) !== (end?.number ?? 0) || hash !== (end?.hash ?? ""))
      wrong.push(`chain ${chain} has another end`);
    ends.delete(chain);
  }
  return [...wrong, ...[...ends.keys()].map((chain) => `chain ${chain} has no end`)];
}
