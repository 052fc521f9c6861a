/** What a check of the stored history found wrong, and where. */
export interface Finding {
  readonly code:
    | "revision-text-changed"
    | "revision-chain-broken"
    | "current-text-not-last"
    | "decided-text-changed"
    | "decided-own-words"
    | "approvals-missing"
    | "approved-after-objection"
    | "decision-without-event"
    | "decision-changed"
    | "revision-not-decided"
    | "told-row-missing"
    | "row-not-told"
    | "writers-changed"
    | "approved-by-nobody"
    | "approval-not-shown"
    | "event-changed"
    | "event-not-sealed"
    | "event-missing"
    | "chain-end-changed"
    | "snapshot-changed"
    | "snapshot-not-sealed"
    | "published-text-not-approved"
    | "record-chain-rewritten"
    | "record-publication-missing"
    | "record-publication-changed"
    | "record-paragraph-changed"
    | "record-people-changed";
  /** Where it is: the table, what names the row, and what a person would call the place. */
  readonly place: { readonly table: string; readonly id: string; readonly where: string };
}

/** SHA-256 of a text's UTF-8 bytes, lower case hex. */
export type Hash = (text: string) => string;
