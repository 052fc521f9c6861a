/** An event as its hash covers it. */
export interface HashedEvent {
  readonly sequence: string;
  readonly type: string;
  /** Null: of the installation. */
  readonly projectId: string | null;
  readonly actor: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** JSON as the database writes it out: byte for byte, not parsed and written again. */
  readonly payload: string;
  /** Milliseconds since 1970. */
  readonly createdAt: string;
}

/** Named first in every form, so that another form can come after it. */
const FORM = "gegenlesen-event-1";

/**
 * The text whose SHA-256 (UTF-8, lower case hex) is the hash of an event in its chain: the name of the form, the hash
 * of the event before it (empty for the first), its place in the chain from 1, and its own fields in the order
 * of `HashedEvent`; each as its length in UTF-8 bytes, a colon, the text and a comma. No two events, and no two places
 * of one, have the same form.
 */
export function eventForm(event: HashedEvent, place: string, previousHash: string): string {
  const { sequence, type, projectId, actor, subjectType, subjectId, payload, createdAt } = event;
  return [
    FORM,
    previousHash,
    place,
    sequence,
    type,
    projectId ?? "",
    actor,
    subjectType,
    subjectId,
    payload,
    createdAt,
  ]
    .map((field) => `${byteLength(field)}:${field},`)
    .join("");
}

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;
