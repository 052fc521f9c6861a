import pg from "pg";

/**
 * Two connections for kept pages, beside the application's own: what readers ask for needs none of them while it is
 * in memory, and never waits behind a long act.
 */
export function openPagePool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    statement_timeout: 10_000,
    connectionTimeoutMillis: 5_000,
    application_name: "gegenlesen pages",
  });
  // an idle connection that the server closes must not end the process; the next query opens a new one
  pool.on("error", () => {});
  return pool;
}
