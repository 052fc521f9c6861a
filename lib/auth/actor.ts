import { getServerSession } from "next-auth/next";
import { cache } from "react";
import { liveDatabase } from "@/lib/services/live-context";
import { readSession } from "@/lib/services/users/read-session";
import { authOptions, parseClaim } from "./options";

/**
 * The signed-in person, read from the database for this request; null for everybody else,
 * also for a token whose account was disabled or whose sessions were ended.
 */
export const currentPerson = cache(async () => {
  const session = await getServerSession(authOptions());
  const claim = parseClaim(session?.claim);
  return claim ? readSession({ db: liveDatabase() }, claim) : null;
});

/** The same as an actor for services. */
export const currentActor = async () => (await currentPerson())?.actor ?? null;
