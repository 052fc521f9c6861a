const KNOWN = [
  "nul",
  "lone-surrogate",
  "too-long",
  "nothing-said",
  "passage-missing",
  "same-wording",
  "link",
  "passage-not-found",
  "passage-ambiguous",
  "not-found",
  "too-many-waiting",
  "too-many-attempts",
  "article-busy",
  "bad-email",
  "too-many-mails",
  "too-fast",
  "expired",
  "forged",
  "not-a-person",
  "foreign-origin",
  "database-unreachable",
] as const;

/** The sentence for a code; for one that nobody expected, the one that says so. */
export const errorKey = (code: string) =>
  `error.${KNOWN.find((known) => known === code) ?? "unknown"}` as const;
