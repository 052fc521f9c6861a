import type { Actor } from "@/lib/core/access/roles";
import type { Database } from "@/lib/db/client";

/** Everything a service may take from the outside world. Nothing else is ambient. */
export interface ServiceContext {
  /** Null for people who are not signed in. */
  readonly actor: Actor | null;
  readonly db: Database;
  readonly now: () => Date;
}
