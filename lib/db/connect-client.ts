import pg from "pg";
import { DatabaseError } from "./database-error";

const CONNECT_TIMEOUT_MS = 10_000;
const OLDEST_SERVER = 150_000;

/**
 * One open connection outside any pool; the caller ends it. Throws `database-unreachable` (address, reason) and
 * `database-too-old` (found) for a server before PostgreSQL 15. Never puts a password into an error.
 */
export async function connectClient(connectionString: string, applicationName: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    application_name: applicationName,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on("error", () => {}); // a lost connection is reported by the next query
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const address = `${client.host}:${client.port}/${client.database ?? ""}`;
    throw new DatabaseError(
      "database-unreachable",
      { address, reason: message || code || "" },
      { cause: error },
    );
  }
  const { rows } = await client.query<{ version: number; text: string }>(
    "SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS text",
  );
  if ((rows[0]?.version ?? 0) >= OLDEST_SERVER) return client;
  await client.end();
  throw new DatabaseError("database-too-old", { found: rows[0]?.text ?? "", needed: "15" });
}
