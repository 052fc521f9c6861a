import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { sharedPath } from "@/tests/support/shared-data";

/** Texts that call `hostile`, each in another way. */
export const OWN = [
  "<script>window.hostile('script')</script>",
  '"><img src=x onerror="window.hostile(\'image\')">',
  "</p></article></main><svg onload=\"window.hostile('svg')\">",
  "</script><script>window.hostile('data')</script>",
  "javascript:window.hostile('address')",
  "<style>*{display:none!important}</style><base href=https://example.org/>",
  "<iframe srcdoc=\"<script>parent.hostile('frame')</script>\"></iframe>",
  "{{constructor.constructor('hostile(1)')()}} <%= hostile(1) %> #{hostile(1)}",
];

/** Lists of strings that others have gathered; the folder may be missing. */
export function corpus(): string[] {
  const folder = sharedPath("data/naughty/open/xss");
  if (!folder) return [];
  const strings = (value: unknown): string[] => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
  };
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => strings(JSON.parse(readFileSync(path.join(folder, name), "utf8"))));
}

/** Could it be a text that somebody sends us? */
export const isStorable = (text: string): boolean =>
  text.trim() !== "" && !text.includes("\0") && text.isWellFormed();

/** Whatever a page runs that it should not: calls of `hostile`, dialogs, and what its policy refused. */
export async function watch(page: Page): Promise<string[]> {
  const ran: string[] = [];
  await page.exposeFunction("hostile", (what: unknown) => ran.push(String(what)));
  page.on("dialog", async (dialog) => {
    ran.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      (window as unknown as { hostile(what: string): void }).hostile(
        `${event.violatedDirective} ${event.blockedURI}`,
      ),
    );
  });
  return ran;
}
