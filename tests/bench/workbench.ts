/**
 * The workbench with 5,000 paragraphs in Chromium, beside a plain list of the same rows:
 * `npx tsx tests/bench/workbench.ts [--rows 5000] [--rounds 3]`. Time to the first row that can be
 * edited, rows in the DOM, key to paint, heap; also with the processor slowed down to a quarter.
 */
import { chromium } from "@playwright/test";
import { storePairs, syntheticPairs } from "./workbench/bitext";
import { type Figures, measure, type Subject } from "./workbench/measure";
import { startPlainServer } from "./workbench/plain-server";
import { startBenchServer } from "./workbench/server";

const numberAfter = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const rows = numberAfter("--rows", 5000);
const rounds = numberAfter("--rounds", 3);

const pairs = syntheticPairs(rows);
const server = await startBenchServer();
const plain = await startPlainServer(pairs);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const { translationId, translator } = await storePairs(server.db, pairs);
  const cookie = {
    name: "next-auth.session-token",
    value: await server.session(translator),
    url: server.address,
  };
  const subjects: readonly Subject[] = [
    {
      name: "workbench",
      address: `${server.address}/en/review/${translationId}`,
      row: "article",
      target: ":scope > div:last-child",
      field: ".cm-content",
    },
    { name: "plain list", address: plain.address, row: "article", target: ".target", field: "textarea" },
  ];
  const figures: Figures[] = [];
  for (const subject of subjects) await measure(browser, [cookie], subject, 1); // warms server and browser up
  for (let round = 0; round < rounds; round += 1) {
    for (const throttle of [1, 4]) {
      for (const subject of subjects) figures.push(await measure(browser, [cookie], subject, throttle));
    }
  }
  report(figures);
} finally {
  await browser.close();
  plain.stop();
  await server.stop();
}

function report(figures: readonly Figures[]): void {
  const median = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const columns = ["firstRow", "editable", "rowsInDom", "keyP50", "keyP95", "heapMegabytes"] as const;
  const kinds = [...new Set(figures.map(({ name, throttle }) => `${name}, processor 1/${throttle}`))];
  console.log(`\n${rows} paragraphs, medians of ${rounds} rounds; milliseconds, heap in MB\n`);
  console.table(
    Object.fromEntries(
      kinds.map((kind) => {
        const ours = figures.filter(({ name, throttle }) => `${name}, processor 1/${throttle}` === kind);
        return [
          kind,
          Object.fromEntries(
            columns.map((column) => [column, Math.round(median(ours.map((one) => one[column])) * 10) / 10]),
          ),
        ];
      }),
    ),
  );
}
