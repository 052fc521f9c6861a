declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type UserId = Id<"User">;
export type ProjectId = Id<"Project">;
export type DocumentId = Id<"Document">;
export type ParagraphId = Id<"Paragraph">;
export type TranslationId = Id<"Translation">;
export type PlanId = Id<"PublicationPlan">;
export type PreviewId = Id<"PreviewLink">;
export type SegmentId = Id<"Segment">;
export type TargetParagraphId = Id<"TargetParagraph">;
export type RevisionId = Id<"Revision">;
export type ProposalId = Id<"Proposal">;
export type PublicationId = Id<"Publication">;
export type ImportId = Id<"Import">;
export type DecisionId = Id<"Decision">;
export type BatchId = Id<"DecisionBatch">;
export type ThreadId = Id<"Thread">;
export type CommentId = Id<"Comment">;
export type ReportId = Id<"Report">;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * The only way from an untrusted value to an id: null if it is not a UUID.
 * Elsewhere only lib/db may cast.
 */
export function parseId<I extends Id<string>>(value: unknown): I | null {
  return typeof value === "string" && UUID.test(value) ? (value as I) : null;
}
