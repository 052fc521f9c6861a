import { mkdirSync } from "node:fs";
import { chromium, type FullConfig } from "@playwright/test";
import { PEOPLE, sessionFile, signIn } from "./people";

/** Signs every person of the sample in once; tests start from the stored cookies. */
export default async function globalSetup(config: FullConfig): Promise<void> {
  const use = config.projects[0]?.use;
  if (!use?.baseURL) throw new Error("no address to test");
  mkdirSync(sessionFile("").replace(/[^/]*$/, ""), { recursive: true });
  const browser = await chromium.launch(use.launchOptions);
  for (const person of PEOPLE) {
    const context = await browser.newContext({ baseURL: use.baseURL });
    const page = await context.newPage();
    await signIn(page, person);
    await context.storageState({ path: sessionFile(person) });
    await context.close();
  }
  await browser.close();
}
