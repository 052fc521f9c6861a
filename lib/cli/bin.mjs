#!/usr/bin/env node
// `gegenlesen`: the command line. Runs the TypeScript sources through tsx, so that it needs no build.
import { existsSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const cwd = process.env.INIT_CWD ?? process.cwd();
if (!existsSync(path.join(root, "node_modules/tsx"))) {
  console.error("Gegenlesen is not installed yet. Run npm install in its folder first.");
  process.exit(1);
}
const needsDatabase = !["align", "diff", "--help", "-h", undefined].includes(process.argv[2]);
if (needsDatabase && !existsSync(path.join(root, "lib/db/generated"))) {
  const { ensureClient } = await import("./start/client.mjs");
  await ensureClient();
}
process.chdir(root);
const { register } = await import("tsx/esm/api");
register({ tsconfig: path.join(root, "tsconfig.json") });
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2), cwd);
