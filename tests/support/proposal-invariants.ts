import type { Scenario } from "./scenario";

/** Decision `d` was not taken back, nor takes one back. */
const IN_FORCE = `d."kind" <> 'undo' AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")`;

/** Revision `r` is what a decision in force made of a proposal. */
const MADE = `EXISTS (SELECT FROM "Decision" d WHERE d."revisionId" = r."id" AND d."kind" IN ('accept', 'accept-part') AND ${IN_FORCE})`;

/** What must never be found in the tables, read without any of the services. */
const BROKEN: Readonly<Record<string, string>> = {
  "a revision chain forks or has a gap": `
    SELECT "segmentId" FROM "Revision" GROUP BY "segmentId"
    HAVING max("number") <> count(*) OR count(DISTINCT "number") <> count(*)
           OR count(*) FILTER (WHERE "parentId" IS NULL) <> 1`,
  "a segment does not point at its last revision": `
    SELECT s."id" FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
    WHERE r."number" <> (SELECT max("number") FROM "Revision" x WHERE x."segmentId" = s."id")`,
  "a decided proposal has not exactly one decision": `
    SELECT p."id" FROM "Proposal" p LEFT JOIN "Decision" d ON d."proposalId" = p."id" AND ${IN_FORCE}
    GROUP BY p."id" HAVING count(d."id") <> (CASE WHEN p."state" IN ('open', 'contained', 'rejoined') THEN 0 ELSE 1 END)`,
  "an ended proposal has not exactly one event of its end": `
    SELECT p."id" FROM "Proposal" p LEFT JOIN "Event" e ON e."subjectId" = p."id"::text
      AND e."type" IN ('proposal.accepted', 'proposal.accepted-in-part', 'proposal.declined', 'proposal.withdrawn',
                       'proposal.contained', 'proposal.rejoined')
    GROUP BY p."id" HAVING count(e."sequence") - (
      SELECT count(*) FROM "Event" x WHERE x."type" = 'proposal.reopened' AND x."subjectId" = p."id"::text
        OR x."type" = 'decision.undone' AND x."payload"->>'proposalId' = p."id"::text
          AND x."payload"->>'kind' IN ('accept', 'accept-part', 'decline')
    ) <> (CASE WHEN p."state" = 'open' THEN 0 ELSE 1 END)`,
  "an acceptance is not exactly one revision by the proposal's author, on the base that was seen": `
    SELECT p."id" FROM "Proposal" p
    LEFT JOIN "Revision" r ON r."proposalId" = p."id" AND r."authorId" = p."authorId" AND r."parentId" = p."baseRevisionId" AND ${MADE}
    GROUP BY p."id" HAVING count(r."id") <> (CASE WHEN p."state" IN ('accepted', 'divided') THEN 1 ELSE 0 END)`,
  "an accepted proposal and its revision differ, or a divided one and its revision do not": `
    SELECT p."id" FROM "Proposal" p JOIN "Revision" r ON r."proposalId" = p."id" AND ${MADE}
    WHERE (p."state" = 'accepted') <> (p."textHash" = r."textHash")`,
  "a divided proposal left no proposal of its words, author and contributors": `
    SELECT p."id" FROM "Proposal" p WHERE p."state" = 'divided' AND NOT EXISTS (
      SELECT FROM "Proposal" n WHERE n."fromProposalId" = p."id" AND n."authorId" = p."authorId" AND n."state" <> 'rejoined'
      AND NOT EXISTS (SELECT FROM "ProposalContributor" c WHERE c."proposalId" = p."id" AND NOT EXISTS (
        SELECT FROM "ProposalContributor" nc WHERE nc."proposalId" = n."id" AND nc."userId" = c."userId"))
      AND (n."textHash" = p."textHash" OR EXISTS (
        SELECT FROM "ProposalVersion" v WHERE v."proposalId" = n."id" AND v."version" = 1 AND v."textHash" = p."textHash")))`,
  "the versions of a proposal have a gap": `
    SELECT p."id" FROM "Proposal" p LEFT JOIN "ProposalVersion" v ON v."proposalId" = p."id"
    GROUP BY p."id" HAVING count(v."version") <> p."version" - 1 OR coalesce(max(v."version"), 0) <> p."version" - 1`,
  "somebody decided on their own words": `
    SELECT d."id" FROM "Decision" d JOIN "ProposalContributor" c ON c."proposalId" = d."proposalId"
    WHERE d."kind" NOT IN ('withdraw', 'undo') AND c."userId" = d."actorId"
      AND c."sinceVersion" <= d."proposalVersion" AND ${IN_FORCE}`,
  "a decision names a text that the proposal did not have": `
    SELECT d."id" FROM "Decision" d JOIN "Proposal" p ON p."id" = d."proposalId"
    WHERE (d."textHash" <> p."textHash" OR d."proposalVersion" <> p."version") AND ${IN_FORCE}`,
};

/** Names of the invariants that do not hold, with how often; empty if all is well. */
export async function brokenProposals(the: Scenario): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(BROKEN)) {
    const { rowCount } = await the.db.pool.query(sql);
    if (rowCount) broken.push(`${name}: ${rowCount}`);
  }
  return broken;
}
