import path from "node:path";
import { readEnvironment } from "@/lib/config/environment";
import { parseEmail } from "@/lib/core/access/account";
import { connect, type Database } from "@/lib/db/client";
import { withDatabase } from "@/lib/db/embedded/running-database";
import { findUserByEmail, listUsers } from "@/lib/db/users";
import type { ServiceContext } from "@/lib/services/context";
import { CommandError } from "./command";
import { environmentWords } from "./start/problem-words";
import { root } from "./start/root.mjs";

export const AS_OPTION = { as: { type: "string" } } as const;

export const AS_HELP = `  --as EMAIL       who acts (or GEGENLESEN_AS; needed when there are several administrators)`;

/** Runs `work` with the database of the environment: the running one, or one started for this. */
export async function withConnection<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const environment = readEnvironment(process.env, root);
  if (!environment.ok)
    throw new CommandError(environment.error.map(environmentWords).join("\n"), 1, "environment");
  const place = { ...environment.value, migrationsDir: path.join(root, "prisma/migrations") };
  return withDatabase(
    place,
    async (url) => {
      const db = connect(url, 4);
      try {
        return await work(db);
      } finally {
        await db.close();
      }
    },
    "gegenlesen",
  );
}

/** The same as a named person, whose rights count as everywhere else. */
export function withContext<T>(
  as: string | undefined,
  work: (ctx: ServiceContext) => Promise<T>,
): Promise<T> {
  return withConnection(async (db) => {
    const user = await actingUser(db, as ?? process.env.GEGENLESEN_AS);
    return work({
      actor: { kind: "user", userId: user.id, isAdmin: user.isAdmin },
      db,
      now: () => new Date(),
    });
  });
}

async function actingUser(db: Database, as: string | undefined) {
  if (as) {
    const email = parseEmail(as);
    const user = email.ok ? await findUserByEmail(db.pool, email.value) : null;
    if (!user || user.disabled)
      throw new CommandError(`There is no active account "${as}".`, 1, "no-such-account");
    return user;
  }
  const administrators = (await listUsers(db.pool)).filter((user) => user.isAdmin && !user.disabled);
  const [only] = administrators;
  if (!only || administrators.length > 1) {
    throw new CommandError("Say who acts: --as EMAIL or GEGENLESEN_AS.", 2, "usage");
  }
  return only;
}
