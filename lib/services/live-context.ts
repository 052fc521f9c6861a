import type { Actor } from "@/lib/core/access/roles";
import { connect, type Database } from "@/lib/db/client";
import type { ServiceContext } from "./context";

// Kept on the global object because the development server loads modules anew with every change.
const shared = globalThis as { gegenlesenDatabase?: Database };

/** The process's database, opened on first use from DATABASE_URL; never while the application is being built. */
export function liveDatabase(): Database {
  if (process.env.NEXT_PHASE === "phase-production-build") throw new Error("no database while building");
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start with `npm start`, which sets it");
  shared.gegenlesenDatabase ??= connect(url);
  return shared.gegenlesenDatabase;
}

/** The context of a request. */
export function liveContext(actor: Actor | null): ServiceContext {
  return { actor, db: liveDatabase(), now: () => new Date() };
}

/** The installation's own secret, the same on every instance. */
export function liveSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: start with `npm start`, which sets it");
  return secret;
}
