import pg from "pg";
import type { FaultWriter } from "./fault-writer";

async function once<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One row per write in a table of its own, each in its own transaction. */
export const plainTableWriter: FaultWriter = {
  prepare: (url) =>
    once(url, async (client) => {
      await client.query("CREATE TABLE fault_write (id uuid NOT NULL, padding text NOT NULL)");
    }),
  open: async (url) => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    await client.connect();
    return {
      write: async (id) => {
        await client.query("INSERT INTO fault_write VALUES ($1, repeat('x', 200))", [id]);
      },
      close: () => client.end(),
    };
  },
  listFound: (url) =>
    once(url, async (client) => {
      const { rows } = await client.query<{ id: string }>("SELECT id FROM fault_write");
      return rows.map(({ id }) => id);
    }),
};
