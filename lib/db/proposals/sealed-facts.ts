/** Columns that a new decision returns for its event, and those set by the database among them. */
export const SEALED_COLUMNS = `"id", "policyNumber", "ownWords", "proposalVersion"`;

/** What the event of `decision` (a row with `SEALED_COLUMNS`) binds to: the row, what the database wrote into it, and the writers. */
export const sealedFacts = (proposalId?: string): string =>
  `jsonb_strip_nulls(jsonb_build_object('decisionId', decision."id", 'policyNumber', decision."policyNumber",
     'ownWords', decision."ownWords", 'proposalVersion', decision."proposalVersion"${
       proposalId
         ? `, 'writerIds', (SELECT jsonb_agg(c."userId" ORDER BY c."userId") FROM "ProposalContributor" c
                    WHERE c."proposalId" = ${proposalId})`
         : ""
     }))`;
