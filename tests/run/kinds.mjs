import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuild } from "../../lib/cli/start/build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { runPackage } from "./command.mjs";
import { countPlaywright, countVitest, readReport } from "./reports.mjs";

/** One check that passes or fails as a whole. */
async function check(script, args) {
  const { code, output } = await runPackage(script, args);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0, output: "" } : failure(output);
}

const failure = (output) => ({ passed: 0, failed: 1, skipped: 0, output });

function sum(results) {
  const total = { passed: 0, failed: 0, skipped: 0, output: "" };
  for (const result of results) {
    for (const count of ["passed", "failed", "skipped"]) total[count] += result[count];
    total.output += result.output;
  }
  return total;
}

/** Runs `work` with a file for a JSON report and counts what the report says. */
async function counted(work, count) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gegenlesen-report-"));
  const file = path.join(folder, "report.json");
  try {
    const { code, output } = await work(file);
    const counts = readReport(file, count);
    if (counts === null || counts.passed + counts.failed === 0) return failure(output);
    // a file that cannot be loaded, or an error outside any test, fails the run and no test
    const failed = Math.max(counts.failed, code === 0 ? 0 : 1);
    return { ...counts, failed, output: failed > 0 ? output : "" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vitest(project, env, more = []) {
  const args = ["run", "--config", "tests/vitest.config.ts", "--project", project, ...more];
  return counted(
    (file) =>
      runPackage(
        "vitest/vitest.mjs",
        [...args, "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
        env,
      ),
    countVitest,
  );
}

function playwright() {
  return counted(
    (file) =>
      runPackage(
        "@playwright/test/cli.js",
        ["test", "--config", "tests/e2e/playwright.config.ts", "--reporter=line,json"],
        {
          PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        },
      ),
    countPlaywright,
  );
}

const linted = ["app", "lib", "tests", "prisma"];

let declaring;
/** Next declares the types of style sheets and routes in files that it writes itself: once, before anybody reads them. */
function declareTypes() {
  declaring ??= check("next/dist/bin/next", ["typegen"]);
  return declaring;
}

/**
 * Every kind of test in the order of `npm test`; each answers with counts and, for a failure, the output. Neighbours
 * that read the sources and nothing else (`isReading`) run side by side: each of them keeps one core busy.
 */
export const kinds = [
  {
    name: "types",
    isReading: true,
    run: async () => {
      const declared = await declareTypes();
      return declared.failed > 0 ? declared : check("typescript/bin/tsc", ["--noEmit"]);
    },
  },
  {
    name: "lint",
    isReading: true,
    run: async () => {
      await declareTypes(); // its failure is told by the types
      return sum([
        await check("@biomejs/biome/bin/biome", ["check", "."]),
        await check("eslint/bin/eslint.js", ["--config", "tests/architecture/eslint.config.mjs", ...linted]),
      ]);
    },
  },
  {
    name: "imports",
    run: async () =>
      sum([
        await check("dependency-cruiser/bin/dependency-cruise.mjs", [
          ...linted,
          "--config",
          "tests/architecture/dependency-rules.cjs",
        ]),
        await vitest("architecture"),
      ]),
  },
  { name: "unit", run: () => vitest("unit") },
  { name: "integration", run: () => vitest("integration") },
  {
    name: "integration-second",
    isOn: () => Boolean(process.env.SECOND_DATABASE_URL),
    // without those about the embedded server, which would only do the same again
    run: () =>
      vitest("integration", { DATABASE_URL: process.env.SECOND_DATABASE_URL }, [
        "--exclude",
        "tests/integration/start/**",
      ]),
  },
  {
    name: "fault",
    run: async () => {
      await ensureBuild();
      return vitest("fault");
    },
  },
  {
    name: "browser",
    run: async () => {
      const missing = await ensureChromium();
      if (missing) return failure(missing);
      await ensureBuild();
      return playwright();
    },
  },
];
