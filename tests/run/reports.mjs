import { readFileSync } from "node:fs";

/**
 * What a kind of test came to. `failures` and `flaky` are named again under the last table,
 * where they are found without reading the whole output.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[], flaky: string[] }} Counts
 */

const LINES_OF_A_FAILURE = 12;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with one
const plain = (text) => text.replace(/\u001b\[[0-9;]*m/g, "");

function told(place, message) {
  const lines = plain(message ?? "").split("\n");
  const own = lines.filter((line) => line.trim() !== "" && !line.includes("node_modules"));
  return [place, ...own.slice(0, LINES_OF_A_FAILURE)].join("\n    ");
}

/** Reads a JSON report; null if there is none. */
export function readReport(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** @returns {Counts} */
export function countVitest(report) {
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0) return message ? [told(name, message)] : [];
    return failed.map(({ fullName, failureMessages }) => told(`${name}: ${fullName}`, failureMessages[0]));
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
    flaky: [],
  };
}

/** @returns {Counts} */
export function countPlaywright({ stats, suites, errors }) {
  const tests = suites.flatMap(testsOf);
  const named = (status) => tests.filter((test) => test.status === status);
  const tell = ({ place, results }) =>
    told(
      place,
      results
        .find(({ status }) => status !== "passed")
        ?.errors.map(({ message }) => message)
        .join("\n"),
    );
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: [
      ...named("unexpected").map(tell),
      ...errors.map(({ message }) => told("outside any test", message)),
    ],
    flaky: named("flaky").map(tell),
  };
}

function testsOf({ suites = [], specs = [] }) {
  return [
    ...suites.flatMap(testsOf),
    ...specs.flatMap(({ file, line, title, tests }) =>
      tests.map(({ status, results }) => ({ place: `${file}:${line} ${title}`, status, results })),
    ),
  ];
}
