import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";

const root = path.resolve(import.meta.dirname, "../../..");
const sample = JSON.parse(readFileSync(path.join(root, "prisma/sample/sample.json"), "utf8")) as {
  password: string;
  accounts: { id: string; email: string; displayName: string; role: string }[];
};

/** People of the sample project, named by what they do. Miriam imported the sample, so she decides nothing in it. */
export const PEOPLE = ["reader", "translator", "translator2", "editor", "editor2", "admin"] as const;
export type Person = (typeof PEOPLE)[number];

const nth = (role: string, index: number) => {
  const account = sample.accounts.filter((one) => one.role === role)[index];
  if (!account) throw new Error(`the sample has no ${role} number ${index}`);
  return account;
};

export const account = (person: Person) => nth(person.replace(/\d$/, ""), person.endsWith("2") ? 1 : 0);

/** Where the cookies of a person are kept during a run. */
export const sessionFile = (person: Person | ""): string =>
  path.join(
    process.env.E2E_DATA_DIR ?? "",
    "..",
    `${path.basename(process.env.E2E_DATA_DIR ?? "e2e")}-sessions`,
    `${person}.json`,
  );

/** Signs in through the page, as a person would. */
export async function signIn(page: Page, person: Person, locale = "en"): Promise<void> {
  await page.goto(`/${locale}/sign-in`);
  await page.locator('input[name="email"]').fill(account(person).email);
  await page.locator('input[name="password"]').fill(sample.password);
  await page.locator('input[name="password"]').press("Enter");
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

export const samplePassword = sample.password;
