import { type Actor, actorName } from "@/lib/core/access/roles";
import type { ProjectId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

export interface NewEvent {
  /** "<noun>.<past participle>", e.g. "membership.changed". */
  readonly type: string;
  readonly projectId: ProjectId | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/**
 * Appends one row to the event log, in the transaction of the act that it records. The
 * acts that are a single statement (lib/db/proposals) append theirs in that statement.
 */
export async function appendEvent(tx: Queryable, actor: Actor, event: NewEvent): Promise<void> {
  await tx.query(
    `INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      event.type,
      event.projectId,
      actorName(actor),
      event.subjectType,
      event.subjectId,
      JSON.stringify(event.payload ?? {}),
      event.at,
    ],
  );
}
