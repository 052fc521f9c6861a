/**
 * What the workbench shows: a translation as rows, one per segment. The index holds
 * one small entry per row and is sent whole; the texts come in windows.
 */
import type { InlineCode, Paragraph, ParagraphForm } from "../document/paragraph";
import type { ProposalOrigin, ProposalState, VersionCause } from "../proposal/lifecycle";
import type { UndoableKind } from "../proposal/undo";
import type { TextOrigin } from "../repair/row";
import type {
  DecisionId,
  DocumentId,
  ProjectId,
  ProposalId,
  RevisionId,
  SegmentId,
  TranslationId,
} from "../shared/ids";

/** The state of a row as the narrow column shows it, the most pressing first. */
export const ROW_MARKS = ["conflict", "open", "machine", "approved", "no-source"] as const;
export type RowMark = (typeof ROW_MARKS)[number];

export const ROW_FILTERS = ["all", "machine", "open", "mine", "conflict"] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

export interface RowEntry {
  readonly id: SegmentId;
  readonly mark: RowMark;
  /** Open proposals by anybody, the conflicted among them, and whether one of them, or a draft, is mine. */
  readonly open: number;
  readonly conflicts: number;
  readonly mine: boolean;
  /** A second person approved the current text, whatever is proposed beside it. */
  readonly approved: boolean;
  /** UTF-16 units, for the estimate of the row's height. */
  readonly sourceLength: number;
  readonly targetLength: number;
  /** 0..1: how sure the aligner was of the pair; 1 where a person made it. */
  readonly confidence: number;
  /** A person is sure of the pair. */
  readonly pinned: boolean;
}

export interface SourceParagraph extends Paragraph {
  /** The public name of the paragraph: #p-<number>. */
  readonly number: number;
}

/** One row with its texts. */
export interface Row {
  readonly id: SegmentId;
  readonly position: number;
  readonly sources: readonly SourceParagraph[];
  /** What the first target paragraph is, or the source where there is none. */
  readonly form: ParagraphForm;
  /** The current text; paragraphs of one segment are parted by an empty line. */
  readonly targetText: string;
  readonly textHash: string;
  readonly revisionId: RevisionId;
  readonly revisionNumber: number;
  readonly origin: TextOrigin;
  readonly approved: boolean;
  readonly confidence: number;
  readonly pinned: boolean;
}

/** Somebody asks the author of an open proposal for another version, and it has not come yet. */
export interface ChangeRequest {
  readonly name: string;
  readonly note: string;
  readonly at: string;
}

/** How many people have approved a text, and how many the policy asks for. */
export interface ApprovalCount {
  readonly given: number;
  readonly needed: number;
  /** The viewer's is among them. */
  readonly mine: boolean;
}

export interface OpenProposal {
  readonly id: ProposalId;
  readonly version: number;
  readonly targetText: string;
  readonly textHash: string;
  readonly baseRevisionId: RevisionId;
  readonly baseText: string;
  /** Its base is not the current text: both change the same words, and somebody has to bring them together. */
  readonly conflicted: boolean;
  readonly origin: ProposalOrigin;
  /** By a reader without an account: nobody known, so that two people have to decide where four eyes are asked for. */
  readonly isAnonymous: boolean;
  readonly versionCause: VersionCause;
  /** If it was rebased: the last version that a person wrote, and the text that it was written on. */
  readonly asWritten: { readonly baseText: string; readonly targetText: string } | null;
  /** Others than the author who wrote words of it. */
  readonly editorNames: readonly string[];
  /** What was left of a proposal when a part of it was accepted. */
  readonly isRest: boolean;
  readonly comment: string;
  readonly reason: string | null;
  readonly request: ChangeRequest | null;
  /** Of just these words on just this text. */
  readonly approvals: ApprovalCount;
  /** Comments in its threads. */
  readonly comments: number;
  readonly authorName: string;
  /** Written by the person who looks: to be revised or withdrawn, never decided. */
  readonly mine: boolean;
  /** The viewer may decide on it: has the role and no words of their own in it, nor in the text that it changes. */
  readonly decidable: boolean;
  /** The text that it changes is the viewer's, and nobody has approved that. */
  readonly isOnOwnText: boolean;
  readonly createdAt: string;
}

export interface DecidedProposal {
  readonly id: ProposalId;
  readonly state: Exclude<ProposalState, "open" | "rejoined">;
  readonly targetText: string;
  readonly baseText: string;
  readonly authorName: string;
  readonly deciderName: string | null;
  readonly decisionNote: string | null;
  /** Code of DECLINE_REASONS; null in what was decided before there were codes. */
  readonly decisionReason: string | null;
  readonly decidedAt: string;
  readonly mine: boolean;
}

export interface RevisionEntry {
  readonly id: RevisionId;
  readonly number: number;
  readonly origin: TextOrigin;
  readonly targetText: string;
  readonly authorName: string | null;
  readonly approverName: string | null;
  readonly createdAt: string;
}

export interface SavedDraft {
  readonly baseRevisionId: RevisionId;
  readonly targetText: string;
  readonly comment: string;
  readonly reason: string | null;
  readonly version: number;
  readonly updatedAt: string;
}

/** Everything about the active row. */
export interface SegmentDetail {
  readonly row: Row;
  /** The machine's text, whatever is current; of a row that a repair made of people's words, the machine's paragraphs. */
  readonly machineText: string;
  readonly proposals: readonly OpenProposal[];
  readonly decided: readonly DecidedProposal[];
  readonly history: readonly RevisionEntry[];
  /** Texts of the rows that this one came out of by repairs of the alignment, newest first. */
  readonly earlier: readonly RevisionEntry[];
  readonly draft: SavedDraft | null;
  /** The viewer may approve the current text as it stands. */
  readonly approvable: boolean;
  /** Of the current text as it stands, for those who decide; null where it is approved. */
  readonly approvals: ApprovalCount | null;
  /** Decisions on the row that the viewer may take back now, newest first. */
  readonly undoable: readonly UndoableEntry[];
}

export interface UndoableEntry {
  readonly decisionId: DecisionId;
  readonly kind: UndoableKind;
  readonly proposalId: ProposalId | null;
}

export interface BitextHead {
  readonly translationId: TranslationId;
  readonly documentId: DocumentId;
  readonly projectId: ProjectId;
  readonly projectName: string;
  readonly slug: string;
  readonly title: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  readonly mtEngine: string | null;
  readonly sourceCodes: readonly InlineCode[];
  readonly targetCodes: readonly InlineCode[];
  readonly publishedAt: string | null;
  /** When it is planned to be published next, ISO 8601; null: not, or the viewer may not publish. */
  readonly plannedFor: string | null;
  readonly may: { readonly propose: boolean; readonly decide: boolean; readonly publish: boolean };
}

/** Does a row stand under a filter? */
export function matchesFilter(row: RowEntry, filter: RowFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "machine":
      return row.mark === "machine";
    case "open":
      return row.open > 0;
    case "mine":
      return row.mine;
    case "conflict":
      return row.conflicts > 0;
  }
}

/** The mark of a row from its facts; conflicts before open proposals before the text's own state. */
export function rowMark(facts: {
  readonly open: number;
  readonly conflicts: number;
  readonly approved: boolean;
  readonly hasSource: boolean;
}): RowMark {
  if (facts.conflicts > 0) return "conflict";
  if (facts.open > 0) return "open";
  if (facts.approved) return "approved";
  return facts.hasSource ? "machine" : "no-source";
}
