import { schemaSql } from "./schema-engine.mjs";

process.stdout.write(await schemaSql());
process.exit(0);
