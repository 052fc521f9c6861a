import type { UserId } from "../shared/ids";

/** Roles of a project in ascending order; each may do all that the ones before it may. */
export const ROLES = ["reader", "translator", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. Built once per request from the database, never from a token alone; jobs act as `system`. */
export type Actor =
  | {
      readonly kind: "user";
      readonly userId: UserId;
      /** Administrator of the installation: counts as `admin` in every project. */
      readonly isAdmin: boolean;
    }
  | { readonly kind: "system"; readonly job: string };

/**
 * The author of what readers without an account propose. Nobody can sign in as it, and no list of accounts has it;
 * the database knows the id, too (`lacks_known_eyes`).
 */
export const READERS_ID = "00000000-0000-8000-8000-000000000001" as UserId;

/** Stands where its name would stand, for pages to put their own words there; no person can be called this. */
export const READERS_NAME = "\u2068reader\u2069";

/** True for the name of a role; for untrusted values. */
export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

/** How an actor stands in the event log. */
export const actorName = (actor: Actor): string =>
  actor.kind === "user" ? `user:${actor.userId}` : `system:${actor.job}`;
