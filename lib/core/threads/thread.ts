import type { CommentId, RevisionId, ThreadId } from "../shared/ids";
import type { AnchorStanding } from "./anchor";
import type { Mentionable } from "./mentions";

/** Which text words belong to: what is proposed, what stands there, or what both translate. */
export const THREAD_SIDES = ["proposed", "current", "source"] as const;
export type ThreadSide = (typeof THREAD_SIDES)[number];

/** Longest comment, in UTF-16 units. */
export const THREAD_COMMENT_LIMIT = 5_000;

export interface ThreadComment {
  readonly id: CommentId;
  readonly authorName: string;
  readonly mine: boolean;
  readonly text: string;
  readonly createdAt: string;
}

export interface Thread {
  readonly id: ThreadId;
  /** The words that it is about, as they were, and where they stand now; null if it is about the whole proposal. */
  readonly anchor: {
    readonly side: ThreadSide;
    readonly quote: string;
    readonly standing: AnchorStanding;
  } | null;
  readonly resolvedBy: string | null;
  readonly comments: readonly ThreadComment[];
}

/** Everything that people said about a proposal. */
export interface Discussion {
  readonly threads: readonly Thread[];
  /** What words can be words of beside the proposal, as it stands now. */
  readonly texts: {
    readonly current: { readonly text: string; readonly revisionId: RevisionId };
    readonly source: { readonly text: string; readonly locale: string };
  };
  /** People of the project, who can be named. */
  readonly people: readonly Mentionable[];
  readonly mayWrite: boolean;
}
