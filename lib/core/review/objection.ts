import type { UserId } from "../shared/ids";

/** Who approved a text to which a second look objected. */
export interface ObjectedText<Person extends string = UserId> {
  /** Everybody who approved it before the last objection, also if they took that back. */
  readonly beforeIds: readonly Person[];
  /** Who approved it since. */
  readonly sinceIds: readonly Person[];
}

/**
 * May this person approve the same text of the same row after an objection? Not those who had approved it before: the
 * objection would come to nothing if they only pressed the button again. Somebody else has to agree with the text first;
 * where several approvals are asked for, theirs count again after that one. Another text is free for everybody, and so
 * is this one where the policy does without four eyes. The database refuses by the same rule (`objection_stands`).
 */
export function mayApproveAgain<Person extends string>(
  { beforeIds, sinceIds }: ObjectedText<Person>,
  personId: Person,
): boolean {
  return !beforeIds.includes(personId) || sinceIds.some((id) => !beforeIds.includes(id));
}
