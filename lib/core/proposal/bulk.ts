/** Most proposals that one act may decide on. */
export const BULK_LIMIT = 1_000;

/** What became of the things that an act on many was about. */
export interface BulkOutcome<Batch, Id, Code> {
  readonly batchId: Batch;
  readonly done: readonly Id[];
  /** Left as they were, and why. */
  readonly left: readonly { readonly id: Id; readonly code: Code }[];
}
