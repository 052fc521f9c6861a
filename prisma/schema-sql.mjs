// node prisma/schema-sql.mjs           the SQL that makes the whole schema
// node prisma/schema-sql.mjs --drift   the SQL that the migrations lack, worked out in a scratch database
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { register } from "tsx/esm/api";
import { driftSql, schemaSql } from "./schema-engine.mjs";

async function drift() {
  register();
  const { startEmbedded } = await import("../lib/db/embedded/start-embedded.ts");
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "gegenlesen-scratch-"));
  const database = await startEmbedded(dataDir, { purpose: "schema", durable: false });
  try {
    return await driftSql(database.url);
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

if (process.argv.includes("--drift")) {
  const { empty, sql } = await drift();
  process.stdout.write(empty ? "-- The migrations lead to the schema.\n" : sql);
  process.exit(empty ? 0 : 2);
}
process.stdout.write(await schemaSql());
process.exit(0);
