/**
 * The word diffs beside jsdiff on real post-edits, and their worst cases: `npx tsx tests/bench/diff.ts`.
 * The post-edits stand beside the checkout.
 */
import { type ChangeObject, diffWords, diffWordsWithSpace } from "diff";
import { applyHunks, revertHunks } from "@/lib/core/diff/apply";
import { diffForDisplay } from "@/lib/core/diff/display-diff";
import { diffMinimal } from "@/lib/core/diff/minimal-diff";
import { type Change, type Finding, measure, type PostEdit, readPostEdits } from "../unit/core/diff/measures";

interface Engine {
  readonly name: string;
  readonly run: (base: string, next: string) => unknown;
  readonly compare: (base: string, next: string) => Finding;
}

const exact = (base: string, next: string, changes: Parameters<typeof applyHunks>[1]): Finding => ({
  changes,
  restored: applyHunks(base, changes) === next && revertHunks(next, changes) === base,
});

/** jsdiff gives parts in order; neighbouring deleted and inserted parts are one change. */
function fromParts(base: string, next: string, parts: readonly ChangeObject<string>[]): Finding {
  const changes: Change[] = [];
  let [baseAt, nextAt] = [0, 0];
  let open: Change | null = null;
  for (const { value, added, removed } of parts) {
    const before: Change = open ?? { baseFrom: baseAt, baseTo: baseAt, nextFrom: nextAt, nextTo: nextAt };
    if (!added) baseAt += value.length;
    if (!removed) nextAt += value.length;
    open = added || removed ? { ...before, baseTo: baseAt, nextTo: nextAt } : null;
    if (open && changes.at(-1) === before) changes[changes.length - 1] = open;
    else if (open) changes.push(open);
  }
  const joined = (isLeftOut: (part: ChangeObject<string>) => boolean): string =>
    parts
      .filter((part) => !isLeftOut(part))
      .map(({ value }) => value)
      .join("");
  return {
    changes,
    restored: joined(({ added }) => added) === base && joined(({ removed }) => removed) === next,
  };
}

const ENGINES: readonly Engine[] = [
  {
    name: "diffForDisplay",
    run: diffForDisplay,
    compare: (base, next) => exact(base, next, diffForDisplay(base, next).hunks),
  },
  {
    name: "diffMinimal",
    run: diffMinimal,
    compare: (base, next) => exact(base, next, diffMinimal(base, next).edits),
  },
  {
    name: "jsdiff diffWords",
    run: (base, next) => diffWords(base, next),
    compare: (base, next) => fromParts(base, next, diffWords(base, next)),
  },
  {
    name: "jsdiff diffWordsWithSpace",
    run: (base, next) => diffWordsWithSpace(base, next),
    compare: (base, next) => fromParts(base, next, diffWordsWithSpace(base, next)),
  },
];

/** Best of three runs of every pair in milliseconds, so that a busy machine does not decide. */
function times(engine: Engine, pairs: readonly (readonly [string, string])[]): readonly number[] {
  const best = pairs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 4; round++) {
    for (const [index, [base, next]] of pairs.entries()) {
      const start = performance.now();
      engine.run(base, next);
      if (round > 0) best[index] = Math.min(best[index] ?? 0, performance.now() - start);
    }
  }
  return best.sort((one, other) => one - other);
}

function row(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(widths[index] ?? 12)))
    .join(" ");
}

function printQuality(postEdits: readonly PostEdit[], unit: string): void {
  const pairs = postEdits
    .filter((edit) => edit.unit === unit)
    .map((edit) => [edit.mt, edit.post_edit] as const);
  const heads = ["restored", "changed", "islands", "cuts", "hunks/word", "p50 ms", "p95 ms"];
  const widths = [26, 9, 8, 8, 8, 10, 8, 8];
  console.log(row([`${pairs.length} ${unit}s`, ...heads], widths));
  for (const engine of ENGINES) {
    const { restored, changed, islands, cuts, hunksPerChangedWord } = measure(pairs, engine.compare);
    const sorted = times(engine, pairs);
    const quantile = (share: number): string => (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(3);
    const figures = [changed, islands, cuts, hunksPerChangedWord].map((value) => value.toFixed(3));
    console.log(
      row(
        [engine.name, `${(restored * 100).toFixed(1)} %`, ...figures, quantile(0.5), quantile(0.95)],
        widths,
      ),
    );
  }
  console.log("");
}

const WORDS = 10_000;
/** jsdiff needs more than 45 s for these; with its time limit it gives no answer. */
const LIMIT = { timeout: 3000 };

function printWorst(postEdits: readonly PostEdit[]): void {
  const words = (texts: readonly string[]): string[] => texts.join(" ").split(/\s+/);
  const sentences = postEdits.filter(({ unit }) => unit === "sentence");
  const english = words(sentences.map(({ post_edit }) => post_edit));
  const first = english.slice(0, WORDS).join(" ");
  const last = english.slice(-WORDS).join(" ");
  const cases: readonly (readonly [string, string, string])[] = [
    ["two unrelated texts", first, last],
    [
      "source against target",
      words(sentences.map(({ source }) => source))
        .slice(0, WORDS)
        .join(" "),
      first,
    ],
    ["no word in common", numbered("a"), numbered("b")],
    ["every 20th word replaced", first, first.replace(/((?:\S+ ){19})\S+/g, "$1changed")],
    ["in reverse", first, first.split(" ").reverse().join(" ")],
  ];
  const widths = [26, 20, 20, 20];
  console.log(
    row([`${WORDS} words each, ms`, "diffForDisplay", "diffMinimal", "diffWordsWithSpace"], widths),
  );
  for (const [name, base, next] of cases) {
    const display = timed(() => diffForDisplay(base, next));
    const minimal = timed(() => diffMinimal(base, next));
    const other = timed(() => diffWordsWithSpace(base, next, LIMIT));
    const cell = (ms: number, isPrecise: boolean, count: number): string =>
      `${ms.toFixed(0)} ${isPrecise ? "exact" : "coarse"} ${count}`;
    console.log(
      row(
        [
          name,
          cell(display.ms, display.value.precise, display.value.hunks.length),
          cell(minimal.ms, minimal.value.precise, minimal.value.edits.length),
          other.value ? other.ms.toFixed(0) : "none in 3 s",
        ],
        widths,
      ),
    );
  }
}

const numbered = (prefix: string): string =>
  Array.from({ length: WORDS }, (_, index) => prefix + index).join(" ");

function timed<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = run();
  return { value, ms: performance.now() - start };
}

const postEdits = readPostEdits();
if (postEdits) {
  printQuality(postEdits, "sentence");
  printQuality(postEdits, "paragraph");
  printWorst(postEdits);
} else {
  console.log("Skipped: the post-edits (data/postedits.jsonl) do not stand beside the checkout.");
}
