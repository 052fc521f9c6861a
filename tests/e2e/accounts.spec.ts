import { FREE_ATTEMPTS } from "@/lib/services/users/sign-in";
import { createAccount, enter, sendSignIn } from "./support/accounts";
import { expect, expectAccessible, test } from "./support/test";

test("signs in by keyboard alone and goes on to the page that was wanted", async ({ page }) => {
  const { email, password } = await createAccount("Keyboard only", "editor");
  await page.goto("/en/queue?from=0");
  await expect(page).toHaveURL(/\/en\/sign-in\?callbackUrl=/);
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Show the password" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Password" })).toHaveValue(password);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/en/queue");
});

test("says that a password is wrong, keeps the address and waits in the password field", async ({ page }) => {
  const account = await createAccount("Wrong password");
  await page.goto("/en/sign-in");
  await sendSignIn(page, { ...account, password: "something else" });
  await expect(page.getByRole("alert").filter({ hasText: "password is wrong" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toHaveValue(account.email);
  const password = page.getByLabel("Password", { exact: true });
  await expect(password).toBeFocused();
  await expect(password).toHaveValue("");
  await expectAccessible(page);
  await page.keyboard.type(account.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/en/documents");
});

test("slows guessing down, says when to try again, and lets others in meanwhile", async ({ page }) => {
  const [guessed, other] = [await createAccount("Guessed"), await createAccount("Not guessed")];
  await page.goto("/en/sign-in");
  const password = page.getByLabel("Password", { exact: true });
  for (let attempt = 1; attempt <= FREE_ATTEMPTS.account; attempt++) {
    await sendSignIn(page, { ...guessed, password: `guess number ${attempt}` });
    await expect(page.getByRole("alert").filter({ hasText: "password is wrong" })).toBeVisible();
    await expect(password).toHaveValue("");
  }
  await sendSignIn(page, guessed);
  await expect(page.getByText("Please wait 15 minutes before you try again.")).toBeVisible();
  await expect(password).toBeFocused();
  await sendSignIn(page, other);
  await expect(page).toHaveURL("/en/documents");
});

test("goes on only to pages of this site", async ({ page, context }) => {
  const account = await createAccount("Return path");
  for (const [wanted, reached] of [
    ["https://elsewhere.invalid/en/queue", "/en/documents"],
    ["//elsewhere.invalid/en/queue", "/en/documents"],
    ["/\\elsewhere.invalid", "/en/documents"],
    ["javascript:alert(1)", "/en/documents"],
    ["/en/account?a=1#b", "/en/account?a=1#b"],
  ] as const) {
    await context.clearCookies();
    await page.goto(`/en/sign-in?callbackUrl=${encodeURIComponent(wanted)}`);
    await sendSignIn(page, account);
    await expect(page, wanted).toHaveURL(reached);
    // who is signed in already goes on at once
    await page.goto(`/en/sign-in?callbackUrl=${encodeURIComponent(wanted)}`);
    await expect(page, wanted).toHaveURL(reached);
  }
});

test("signs in without script, too", async ({ openAs }) => {
  const account = await createAccount("No script");
  const page = await openAs(null, { javaScriptEnabled: false });
  await page.goto("/en/sign-in?callbackUrl=%2Fen%2Faccount");
  await sendSignIn(page, { ...account, password: "something else" });
  await expect(page.getByRole("alert").filter({ hasText: "password is wrong" })).toBeVisible();
  await sendSignIn(page, account);
  await expect(page).toHaveURL("/en/account");
  await expect(page.getByRole("main")).toContainText(account.email);
});

test("signs out, and the way back leads to the sign-in page", async ({ page }) => {
  await enter(page, await createAccount("Leaving"), "/en/account");
  await page.getByRole("button", { name: "Account of Leaving" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL("/en");
  await page.goBack();
  await expect(page).toHaveURL("/en/sign-in?callbackUrl=%2Fen%2Faccount");
});

test("changes the own password and ends all other sessions, not this one", async ({ page, openAs }) => {
  const account = await createAccount("Changing");
  const other = await openAs(null);
  await enter(page, account, "/en/account");
  await enter(other, account, "/en/account");
  const fill = async (current: string, next: string, repeated = next) => {
    await page.getByLabel("Current password", { exact: true }).fill(current);
    await page.getByLabel("New password", { exact: true }).fill(next);
    await page.getByLabel("New password once more", { exact: true }).fill(repeated);
    await page.keyboard.press("Enter");
  };
  await fill("not this one", "four other words here");
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await expect(page.getByLabel("Current password", { exact: true })).toBeFocused();
  await fill(account.password, "four other words here", "four other words");
  await expect(page.getByText("The two passwords differ.")).toBeVisible();
  await expect(page.getByLabel("New password once more", { exact: true })).toBeFocused();
  await fill(account.password, "short");
  await expect(page.getByText("Please choose at least 12 characters")).toBeVisible();
  await expectAccessible(page);
  await fill(account.password, "four other words here");
  await expect(page.getByRole("main").getByText("Your new password applies.")).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL("/en/account");
  await other.reload();
  await expect(other).toHaveURL(/\/en\/sign-in/);
  await sendSignIn(other, account);
  await expect(other.getByRole("alert").filter({ hasText: "password is wrong" })).toBeVisible();
  await sendSignIn(other, { ...account, password: "four other words here" });
  await expect(other).toHaveURL("/en/account");

  await other.getByRole("button", { name: "Sign out on all devices" }).click();
  await other.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(other).toHaveURL("/en/sign-in");
  await page.reload();
  await expect(page).toHaveURL(/\/en\/sign-in/);
});
