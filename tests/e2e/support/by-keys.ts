import { expect, type Page } from "@playwright/test";

/** Keeps everything that the page says to screen readers, from now on. */
export const listen = (page: Page) =>
  page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { saidToReaders: said });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest("[role=status]");
        if (region?.textContent) said.push(region.textContent);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });

/** What was said so far. */
export const heard = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { saidToReaders: string[] }).saidToReaders);

/** Presses keys one after the other; after each of them the focus is somewhere. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.tagName), { message: `focus after ${key}` })
      .not.toBe("BODY");
  }
}

/** Types into whatever has the focus, which must be a field. */
export async function write(page: Page, text: string): Promise<void> {
  await expect(page.locator("textarea:focus, [contenteditable=true]:focus, input:focus")).toHaveCount(1);
  await page.keyboard.insertText(text);
}
