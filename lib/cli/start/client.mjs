import { mkdirSync } from "node:fs";
import path from "node:path";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { root } from "./root.mjs";
import { runStep, say } from "./step.mjs";

const OUTPUT = "lib/db/generated";
const STAMP = `${OUTPUT}/.fingerprint`;
const isNoSchema = (file) => /\.\w+$/.test(file) && !/\.(prisma|json|config\.ts)$/.test(file);
const schema = () =>
  fingerprint(
    ["prisma", "node_modules/prisma/package.json"],
    (file) => isNoSchema(file) || /^prisma\/(migrations|sample)$/.test(file),
  );

/** Generates the database client when the schema is another than last time. */
export async function ensureClient() {
  if (!isStamped(STAMP, schema())) await generateClient();
}

/** Generates the database client. */
export async function generateClient() {
  const print = schema();
  mkdirSync(path.join(root, OUTPUT), { recursive: true });
  const prisma = path.join(root, "node_modules/prisma/build/index.js");
  const seconds = await runStep(
    "Generating the database client",
    process.execPath,
    [prisma, "generate", "--config", "prisma/prisma.config.ts"],
    // generate needs no engine, but Prisma would download one before it starts: this is the one it finds instead
    { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  );
  stamp(STAMP, print);
  say(`Generated the database client in ${seconds.toFixed(1)} s.`);
}
