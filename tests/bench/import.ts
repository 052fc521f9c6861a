/**
 * An import of 10,000 paragraphs through Chromium, and what everybody else gets meanwhile:
 * `npx tsx tests/bench/import.ts [--rows 10000]`. Times of another page and of /api/health while the
 * paragraphs are aligned, beside the same without; time to the preview, and to the end of a cancelled one.
 */
import { type Browser, chromium, type Page } from "@playwright/test";
import { storePairs, syntheticPairs } from "./workbench/bitext";
import { startBenchServer } from "./workbench/server";

const at = process.argv.indexOf("--rows");
const rows = at < 0 ? 10_000 : Number(process.argv[at + 1]);
const server = await startBenchServer();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const { translator } = await storePairs(server.db, syntheticPairs(200));
  const cookie = `next-auth.session-token=${await server.session(translator)}`;
  const addresses = ["/en/documents", "/api/health"].map((path) => `${server.address}${path}`);
  for (const address of addresses) await timesOf(address, cookie, 3_000, () => false);
  const alone = new Map<string, readonly number[]>();
  for (const address of addresses) alone.set(address, await timesOf(address, cookie, 15_000, () => false));

  const page = await openImport(browser, await server.session(translator));
  const { started, meanwhile, told, finished } = await importMeanwhile(page, addresses, cookie);
  console.log(`\n${rows} paragraphs on either side, imported through the browser\n`);
  console.table(
    addresses.flatMap((address) => [
      row(address, "alone", alone.get(address) ?? []),
      row(address, "during the alignment", meanwhile.get(address) ?? []),
    ]),
  );
  console.log(`preview after ${seconds(finished - started)}, progress told ${told} times`);
  console.log(`cancelled: free again after ${await cancelTime(page)} ms`);
} finally {
  await browser.close();
  await server.stop();
}

function row(address: string, when: string, times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const share = (part: number) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0);
  const { pathname } = new URL(address);
  return { address: pathname, when, requests: times.length, "p50 ms": share(0.5), "p95 ms": share(0.95) };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Milliseconds of requests one after the other, until the time is over or `isOver` says so. */
async function timesOf(
  address: string,
  cookie: string,
  milliseconds: number,
  isOver: () => boolean,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const end = performance.now() + milliseconds; performance.now() < end && !isOver(); ) {
    const begun = performance.now();
    const response = await fetch(address, { headers: { cookie } });
    await response.text();
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    times.push(performance.now() - begun);
  }
  return times;
}

async function openImport(from: Browser, session: string): Promise<Page> {
  const context = await from.newContext();
  await context.addCookies([{ name: "next-auth.session-token", value: session, url: server.address }]);
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  return page;
}

/** Shorter, and with something that anchors, as articles have it. */
function numbered([source, target]: readonly [string, string], index: number): readonly [string, string] {
  const words = (text: string) => text.split(" ").slice(0, 40).join(" ");
  const number = 1000 + ((index * 7919) % 9973);
  return [`${words(source)} im Jahr ${number}.`, `${words(target)} in ${number}.`];
}

/** Gives both files to the form and sends it off. */
async function send(page: Page): Promise<void> {
  const pairs = syntheticPairs(rows).map(numbered);
  await page.goto(`${server.address}/en/import`);
  await page.waitForLoadState("networkidle");
  for (const [index, name] of ["Source text", "Machine translation"].entries()) {
    const group = page.getByRole("group", { name, exact: true });
    const chooser = page.waitForEvent("filechooser");
    await group.getByRole("button", { name: "Choose a file" }).click();
    const text = pairs.map((pair) => pair[index as 0 | 1]).join("\n\n");
    await (await chooser).setFiles({
      name: `${index}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(text),
    });
  }
  await page.getByRole("button", { name: "Read and align" }).click();
}

function aligning(page: Page) {
  return page.getByText(/Aligning paragraphs: [\d,]+ of/).last();
}

/** Asks the other addresses for as long as the aligner works. */
async function importMeanwhile(page: Page, others: readonly string[], cookie: string) {
  const started = performance.now();
  await send(page);
  await aligning(page).waitFor();
  let isOver = false;
  const told = new Set<string>();
  const watching = (async () => {
    while (!isOver) {
      told.add(
        (await aligning(page)
          .textContent({ timeout: 500 })
          .catch(() => "")) ?? "",
      );
      isOver ||= /\/import\/[0-9a-f-]{36}$/.test(page.url());
      if (!isOver && (await page.getByRole("alert").filter({ hasText: /\S/ }).count()) > 0) {
        isOver = true;
        throw new Error("the import was refused");
      }
      await page.waitForTimeout(100);
    }
  })();
  const meanwhile = new Map<string, readonly number[]>();
  await Promise.all(
    others.map(async (address) => {
      meanwhile.set(address, await timesOf(address, cookie, 180_000, () => isOver));
    }),
  );
  await watching;
  return { started, meanwhile, told: told.size, finished: performance.now() };
}

async function cancelTime(page: Page): Promise<number> {
  await send(page);
  await aligning(page).waitFor();
  const begun = performance.now();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Read and align" }).waitFor();
  return Math.round(performance.now() - begun);
}
