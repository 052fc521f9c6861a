import "server-only";

import { type DatabaseTrouble, databaseTrouble } from "@/lib/services/database-trouble";

/** What a page is told of a failure that nobody expected; the log gets all of it. */
export function troubleOf(error: unknown): { readonly code: DatabaseTrouble | "unknown" } {
  // biome-ignore lint/suspicious/noConsole: standard error is the log of the server
  console.error(error);
  return { code: databaseTrouble(error) ?? "unknown" };
}
