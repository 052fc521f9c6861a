// `npm run bench [NAME …] [--OPTION …]`: runs tests/bench/<name>.ts one after the other, each with the options. A bench measures and prints; it never fails by time.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";

const folder = import.meta.dirname;
const root = path.resolve(folder, "../..");
const known = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""))
  .sort();
const given = process.argv.slice(2);
const firstOption = given.findIndex((one) => one.startsWith("--"));
const chosen = firstOption < 0 ? given : given.slice(0, firstOption);
const options = given.slice(chosen.length);
const unknown = chosen.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". There are: ${known.join(", ")}.`);
  process.exit(2);
}
let failed = 0;
for (const name of chosen.length > 0 ? chosen : known) {
  console.log(`\n# ${name}\n`);
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", path.join(folder, `${name}.ts`), ...options],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  if (status !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);
