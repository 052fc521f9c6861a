import type { Browser, BrowserContext, CDPSession, Page } from "@playwright/test";

/** How a page presents itself to the measurement. */
export interface Subject {
  readonly name: string;
  readonly address: string;
  /** What is clicked to edit a row, and the field that then has the focus. */
  readonly row: string;
  readonly target: string;
  readonly field: string;
}

export interface Figures {
  readonly name: string;
  readonly throttle: number;
  /** Milliseconds from the start of navigation. */
  readonly firstRow: number;
  readonly editable: number;
  readonly rowsInDom: number;
  readonly keyP50: number;
  readonly keyP95: number;
  /** After a forced collection. */
  readonly heapMegabytes: number;
}

const KEYS = 80;

/** Opens the page afresh, opens the first row as soon as it can be opened, and types into it. */
export async function measure(
  browser: Browser,
  cookies: Parameters<BrowserContext["addCookies"]>[0],
  subject: Subject,
  throttle: number,
): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  // tsx writes this into every function, and pages do not have it
  await page.addInitScript("globalThis.__name = (value) => value");
  await page.addInitScript(watch, subject);
  await page.goto(subject.address, { waitUntil: "commit" });
  await until(page, () => ((window as unknown as Watched).watched?.editable ?? 0) > 0);
  const { firstRow, editable } = await page.evaluate(() => (window as unknown as Watched).watched);
  await page.waitForTimeout(1_500);
  const rowsInDom = await page.locator(subject.row).count();
  const keys = await typeAndTime(page);
  const heapMegabytes = await heapOf(devtools);
  await context.close();
  const at = (share: number) => keys[Math.min(keys.length - 1, Math.floor(keys.length * share))] ?? 0;
  return {
    name: subject.name,
    throttle,
    firstRow,
    editable,
    rowsInDom,
    keyP50: at(0.5),
    keyP95: at(0.95),
    heapMegabytes,
  };
}

/** Asks again and again: the pages' content security policy keeps Playwright's own waiting out. */
async function until(page: Page, condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; ) {
    if (await page.evaluate(condition).catch(() => false)) return;
    await page.waitForTimeout(50);
  }
  throw new Error("the page never let a row be edited");
}

interface Watched {
  watched: { firstRow: number; editable: number };
  paints: number[];
}

/** Runs in the page, before its own scripts: clicks the first row until its field has the focus. */
function watch({ row, target, field }: Subject): void {
  const watched = { firstRow: 0, editable: 0 };
  Object.assign(window, { watched });
  const look = () => {
    const first = document.querySelector(row)?.querySelector<HTMLElement>(target);
    if (first && watched.firstRow === 0 && first.textContent) watched.firstRow = performance.now();
    if (document.activeElement?.matches(field)) {
      watched.editable = performance.now();
      return;
    }
    if (!document.querySelector(field)) first?.click();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Milliseconds from a key's event to the frame after it was drawn, ascending. */
async function typeAndTime(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const paints: number[] = [];
    Object.assign(window, { paints });
    window.addEventListener(
      "keydown",
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => paints.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  const letters = "the quick brown fox jumps over the lazy dog ";
  for (let at = 0; at < KEYS; at += 1) {
    await page.keyboard.press(
      letters[at % letters.length] === " " ? "Space" : (letters[at % letters.length] ?? "x"),
    );
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(500);
  const paints = await page.evaluate(() => (window as unknown as Watched).paints);
  return paints.slice(5).sort((a, b) => a - b);
}

async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send("Performance.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  return (metrics.find((metric) => metric.name === "JSHeapUsedSize")?.value ?? 0) / 1e6;
}
