/** What follows when an editor has changed a proposal while deciding on it. */
export type EditOutcome =
  /** Nothing was changed: an acceptance like any other. */
  | "accept"
  /** The editor is a contributor from now on, and the proposal waits for a second editor. */
  | "wait"
  /** Stored as the editor's change and accepted at once: the project's policy allows it, and the record says so. */
  | "accept-edited";

/** What the policy of a project says of it. */
export interface EditPolicy {
  /** An editor's own change while approving needs a second editor. */
  readonly secondEditor: boolean;
}

/** What counts where a project has said nothing. */
export const DEFAULT_EDIT_POLICY: EditPolicy = { secondEditor: true };

/**
 * Does an editor's change of a proposal need a second editor? By default yes, as soon as one character differs
 * or the editor has brought it onto another text: then they chose between two people's words.
 *
 * @param edit.isMoved The proposal stood on another text than the one that the editor put it on.
 */
export function editOutcome(
  edit: { readonly proposed: string; readonly edited: string; readonly isMoved: boolean },
  policy: EditPolicy = DEFAULT_EDIT_POLICY,
): EditOutcome {
  if (edit.edited === edit.proposed && !edit.isMoved) return "accept";
  return policy.secondEditor ? "wait" : "accept-edited";
}
