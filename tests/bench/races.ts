/** Races between two application instances on one database, 500 rounds each, over HTTP: tests/fault/races.test.ts. */
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--project",
    "fault",
    "tests/fault/races.test.ts",
  ],
  { cwd: root, stdio: "inherit", env: { RACE_ROUNDS: "500", ...process.env } },
);
process.exit(status ?? 1);
