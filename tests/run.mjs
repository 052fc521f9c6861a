// npm test            everything, in order
// npm test -- unit integration      some kinds: types lint imports unit integration fault browser
// DATABASE_URL: integration tests run on that server instead of an embedded one; SECOND_DATABASE_URL: there as well.
import { ensureClient } from "../lib/cli/start/client.mjs";
import { ensurePackages } from "../lib/cli/start/packages.mjs";
import { root } from "../lib/cli/start/root.mjs";
import { kinds } from "./run/kinds.mjs";

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function chosenKinds(names) {
  const unknown = names.filter((name) => !kinds.some((kind) => kind.name === name));
  if (unknown.length === 0) {
    return kinds.filter(
      (kind) => (names.length === 0 || names.includes(kind.name)) && (kind.isOn?.() ?? true),
    );
  }
  console.error(`Unknown: ${unknown.join(", ")}. There are: ${kinds.map((kind) => kind.name).join(", ")}.`);
  process.exit(2);
}

async function runKind(kind) {
  const since = Date.now();
  const result = await kind
    .run()
    .catch((error) => ({ passed: 0, failed: 1, skipped: 0, output: error.stack ?? String(error) }));
  if (result.output) console.log(`\n${result.output.trimEnd()}\n`);
  return { name: kind.name, ...result, time: seconds(since) };
}

function row({ name, passed, failed, skipped, time }) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : "";
  return `${name.padEnd(20)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${time.padStart(9)}${skips}`;
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
process.chdir(root);
const since = Date.now();
const chosen = chosenKinds(process.argv.slice(2));
try {
  await ensurePackages();
  await ensureClient();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const results = [];
while (chosen.length > 0) {
  const other = chosen.findIndex((kind) => !kind.isReading);
  const next = chosen.splice(0, other < 0 ? chosen.length : Math.max(1, other));
  for (const running of next.map(runKind)) {
    const result = await running;
    console.log(row(result));
    results.push(result);
  }
}

const total = (count) => results.reduce((all, result) => all + result[count], 0);
console.log(`\n${results.map(row).join("\n")}`);
console.log(
  row({
    name: "all",
    passed: total("passed"),
    failed: total("failed"),
    skipped: total("skipped"),
    time: seconds(since),
  }),
);
for (const [word, list] of [
  ["failed", "failures"],
  ["passed at the second try", "flaky"],
]) {
  for (const result of results)
    for (const told of result[list] ?? []) console.log(`\n${word}, ${result.name}: ${told}`);
}
console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
process.exit(total("failed") > 0 ? 1 : 0);
