/**
 * A published article of 20,000 paragraphs in Chromium: `npm run bench:large [-- --rows 20000]`. Milliseconds to import,
 * publish, read and make it; then per view the bytes, the milliseconds until it is laid out, and the memory of its scripts.
 * Throws if paragraphs are missing or overlap, or if the page runs what stands in its text.
 */
import { type Browser, chromium } from "@playwright/test";
import { publishedArticle } from "./reader/articles";
import { printTable } from "./support/table";
import { startBenchServer } from "./workbench/server";

const at = process.argv.indexOf("--rows");
const count = at < 0 ? 20_000 : Number(process.argv[at + 1]);
const HOSTILE = "<script>document.title = 'hostile'</script>";

const server = await startBenchServer();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--enable-precise-memory-info"],
});
try {
  const pairs = Array.from(
    { length: count },
    (_, index) =>
      [
        `Absatz ${index + 1} fährt über die Brücke. ${HOSTILE}`,
        `Paragraph ${index + 1} crosses the bridge. ${HOSTILE}`,
      ] as const,
  );
  const since = performance.now();
  const { slug } = await publishedArticle(server.db, pairs);
  console.log(`${count} paragraphs imported and published in ${(performance.now() - since).toFixed(0)} ms\n`);
  const rows: string[][] = [];
  for (const view of [
    `/en/articles/${slug}/en`,
    `/de/articles/${slug}/de`,
    `/en/articles/${slug}/en/parallel`,
  ]) {
    const [first, again] = [await fetchTimed(server.address + view), await fetchTimed(server.address + view)];
    rows.push([
      view.replace(slug, "…"),
      first.ms,
      again.ms,
      again.bytes,
      ...(await show(browser, server.address + view)),
    ]);
    console.log(rows.at(-1)?.join("  "));
  }
  printTable(["view", "ms to make", "ms again", "MB", "ms in Chromium", "MB of scripts", "overlaps"], rows);
} finally {
  await browser.close();
  await server.stop();
}

async function fetchTimed(address: string) {
  const since = performance.now();
  const answer = await fetch(address);
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
  return { ms: (performance.now() - since).toFixed(0), bytes: (bytes / 1e6).toFixed(1) };
}

async function show(from: Browser, address: string): Promise<readonly string[]> {
  const page = await from.newPage();
  page.setDefaultTimeout(300_000);
  const since = performance.now();
  await page.goto(`${address}#p-${count}`, { waitUntil: "load", timeout: 300_000 });
  const memory = await page.evaluate(scriptMemory);
  const milliseconds = performance.now() - since;
  // on paper everything is laid out; on the screen only what is near it, and the rest has a place of a guessed size
  await page.emulateMedia({ media: "print" });
  const { places, overlaps } = await page.evaluate(layout);
  if (places < count) throw new Error(`${places} of ${count} paragraphs are shown`);
  if (overlaps > 0) throw new Error(`${overlaps} paragraphs overlap`);
  if ((await page.title()) === "hostile") throw new Error("the text was run");
  await page.close();
  return [milliseconds.toFixed(0), (memory / 1e6).toFixed(0), String(overlaps)];
}

/** Both run in the page. */
function layout() {
  const boxes = [...document.querySelectorAll("[data-place]")].map((place) => place.getBoundingClientRect());
  const overlaps = boxes.filter((box, index) => {
    const before = boxes[index - 1];
    return before !== undefined && box.top < before.bottom - 1 && box.top < box.bottom;
  }).length;
  return { places: boxes.length, overlaps };
}

function scriptMemory(): number {
  const last = document.querySelector(location.hash)?.getBoundingClientRect();
  if (!last || last.bottom < 0 || last.top > innerHeight)
    throw new Error("the last paragraph is not in view");
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
}
