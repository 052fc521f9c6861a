import { existsSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { waitForLife } from "./alive";
import { type Person, sessionFile } from "./people";

export { expect } from "@playwright/test";

/** Aborts whatever would leave this machine, and remembers it: a page of ours never asks for it. */
async function keepLocal(context: BrowserContext): Promise<string[]> {
  const left: string[] = [];
  await context.route(
    (url) => !["127.0.0.1", "localhost", "[::1]"].includes(url.hostname) && url.protocol.startsWith("http"),
    (route) => {
      left.push(route.request().url());
      return route.abort();
    },
  );
  return left;
}

/** Errors that a page logs or throws. A refused decision (409, 422) is no error of the page. */
function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    const expected =
      /Failed to load resource: .* (401|403|404|409|422|413)|net::ERR_(INTERNET_DISCONNECTED|FAILED|ABORTED)/;
    if (message.type() === "error" && !expected.test(message.text())) errors.push(message.text());
  });
  return errors;
}

interface Fixtures {
  /** Opens a page as a signed-in person of the sample, in a browser context of its own. */
  openAs: (
    person: Person | null,
    options?: Parameters<import("@playwright/test").Browser["newContext"]>[0],
  ) => Promise<Page>;
}

/** Playwright's test with two demands on every page: nothing leaves this machine, and no error is logged. */
export const test = base.extend<Fixtures>({
  context: async ({ context }, use) => {
    const left = await keepLocal(context);
    await use(context);
    expect(left, "requests that would have left this machine").toEqual([]);
  },
  page: async ({ page, javaScriptEnabled }, use) => {
    const errors = collectErrors(page);
    await use(javaScriptEnabled ? waitForLife(page) : page);
    expect(errors, "errors logged by the page").toEqual([]);
  },
  openAs: async ({ browser }, use) => {
    const opened: { context: BrowserContext; left: string[]; errors: string[] }[] = [];
    await use(async (person, options = {}) => {
      const state = person && existsSync(sessionFile(person)) ? { storageState: sessionFile(person) } : {};
      const context = await browser.newContext({ ...state, ...options });
      const left = await keepLocal(context);
      const page = await context.newPage();
      opened.push({ context, left, errors: collectErrors(page) });
      return options.javaScriptEnabled === false ? page : waitForLife(page);
    });
    for (const { context, left, errors } of opened) {
      await context.close();
      expect(left, "requests that would have left this machine").toEqual([]);
      expect(errors, "errors logged by the page").toEqual([]);
    }
  },
});

/** No violations that axe can find, in the state the page is in. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`,
  );
  expect(told, "accessibility violations").toEqual([]);
}
