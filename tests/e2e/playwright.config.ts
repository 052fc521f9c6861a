import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";

const root = path.resolve(import.meta.dirname, "../..");

// The configuration is loaded by every worker: the first load chooses, the others find it in the environment.
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), "gegenlesen-e2e-"));
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000));

const address = `http://127.0.0.1:${process.env.E2E_PORT}`;
const { DATABASE_URL: _unused, ...inherited } = process.env;

/**
 * The real thing: `npm start` on an empty data folder, with the sample project, in Debian's
 * Chromium. Requests that leave this machine are aborted (support/test.ts).
 */
export default defineConfig({
  testDir: ".",
  outputDir: path.join(root, "test-results"),
  timeout: 90_000,
  globalTimeout: 38 * 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 2,
  // On a busy machine a browser may stall; what passes only at the second try is named under the results.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: path.join(root, "test-results/e2e.json") }]],
  globalSetup: "./support/global-setup.ts",
  globalTeardown: "./support/global-teardown.ts",
  use: {
    baseURL: address,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node lib/cli/start.mjs",
    cwd: root,
    url: `${address}/api/health`,
    env: {
      ...(inherited as Record<string, string>),
      PORT: process.env.E2E_PORT,
      HOST: "127.0.0.1",
      DATA_DIR: process.env.E2E_DATA_DIR,
      SAMPLE: "load",
      // a port on which nothing listens: pages promise mail, and none leaves
      SMTP_URL: "smtp://127.0.0.1:9",
      MAIL_FROM: "Gegenlesen <gegenlesen@example.org>",
    },
    reuseExistingServer: process.env.E2E_REUSE === "1",
    timeout: 600_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
