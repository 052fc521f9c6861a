import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { printTable } from "../support/table";

/** What a browser without anything in its cache fetches for an article, by kind, beside the article as plain HTML. */
export async function firstVisit(address: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    const kinds = new Map<string, string>();
    const bytes = new Map<string, number>();
    devtools.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? "Other";
      bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
    });
    await page.goto(address, { waitUntil: "networkidle" });
    const plain = await page.evaluate(plainHtml);
    const compressed = brotliCompressSync(plain).length;
    const total = [...bytes.values()].reduce((sum, one) => sum + one, 0);
    const ofPlain = (size: number) => [String(size), (size / compressed).toFixed(2)];
    printTable(
      ["first visit", "bytes on the wire", "of the plain article"],
      [
        ["the article as plain HTML, brotli", String(compressed), "1.00"],
        ...[...bytes].map(([kind, size]) => [kind, ...ofPlain(size)]),
        ["all", ...ofPlain(total)],
      ],
    );
  } finally {
    await browser.close();
  }
}

/** The article and its originals without any class, label or mark. Runs in the page. */
function plainHtml(): string {
  const blocks = [...document.querySelectorAll("article h1, article h2, article p, article li")];
  return `<!doctype html><meta charset=utf-8><article>${blocks.map((block) => `<p>${block.textContent}</p>`).join("\n")}</article>`;
}
