import type { Page } from "@playwright/test";

/** Whether React has taken over every control that the server drew. Runs in the page. */
function isAlive(): boolean {
  if (!document.querySelector('script[src*="/_next/"]')) return true;
  const controls = [...document.querySelectorAll("button, input:not([type=hidden]), textarea, select")];
  return controls.every((control) => Object.keys(control).some((key) => key.startsWith("__reactFiber$")));
}

/** What the server drew takes clicks and keys only once it is alive; a busy machine takes seconds for that. */
async function untilAlive(page: Page): Promise<void> {
  // a page that never comes alive is for the test to notice, by what it cannot do there
  await page.waitForFunction(isAlive, undefined, { timeout: 10_000 }).catch(() => undefined);
}

/** Lets `goto` and `reload` answer when the page can be used, as a person would wait for it. */
export function waitForLife(page: Page): Page {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (...args) => {
    const response = await goto(...args);
    await untilAlive(page);
    return response;
  };
  page.reload = async (...args) => {
    const response = await reload(...args);
    await untilAlive(page);
    return response;
  };
  return page;
}
