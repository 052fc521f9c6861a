import pg from "pg";
import { DatabaseError } from "../database-error";
import type { DatabasePasswords } from "./data-folder";

/** Role and database of the application: it owns its database and nothing else of the server. */
export const APPLICATION = "gegenlesen";

/** Connection strings for a server on 127.0.0.1: `app` for everyday work, `admin` for the superuser. */
export function connectionStrings(
  port: number,
  passwords: DatabasePasswords,
): { app: string; admin: string } {
  return {
    app: `postgresql://${APPLICATION}:${passwords.app}@127.0.0.1:${port}/${APPLICATION}`,
    admin: `postgresql://postgres:${passwords.admin}@127.0.0.1:${port}/postgres`,
  };
}

/** Creates the application's role and database when they are missing; each step alone may have been lost to a kill. */
export async function ensureApplicationDatabase(adminUrl: string, appPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
              EXISTS (SELECT FROM pg_database WHERE datname = $1) AS database`,
      [APPLICATION],
    );
    const name = pg.escapeIdentifier(APPLICATION);
    if (!rows[0]?.role) {
      await client.query(`CREATE ROLE ${name} LOGIN PASSWORD ${pg.escapeLiteral(appPassword)}`);
    }
    if (!rows[0]?.database) await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
  } catch (error) {
    const { message } = error as Error;
    throw new DatabaseError(
      "database-unreachable",
      { address: "127.0.0.1", reason: message },
      { cause: error },
    );
  } finally {
    await client.end().catch(() => {});
  }
}
