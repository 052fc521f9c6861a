/**
 * The word diffs beside those of others on real post-edits, and their worst cases: `npm run bench:diff`.
 * The post-edits stand beside the checkout.
 */
import { type Measures, measure, type PostEdit, readPostEdits } from "../unit/core/diff/measures";
import { ENGINES, type Engine, LIMITED_ENGINES } from "./engines/word-diffs";
import { printTable, sharePercent } from "./support/table";

type Pairs = readonly (readonly [string, string])[];

/** Best of three runs of every pair in milliseconds, so that a busy machine does not decide. */
function times(engine: Engine, pairs: Pairs): readonly number[] {
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

interface Row extends Measures {
  readonly name: string;
  readonly p95: number;
}

function printQuality(pairs: Pairs, unit: string): readonly Row[] {
  const rows: Row[] = [];
  const lines = ENGINES.map((engine) => {
    const measures = measure(pairs, engine.compare);
    const sorted = times(engine, pairs);
    const quantile = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0;
    rows.push({ ...measures, name: engine.name, p95: quantile(0.95) });
    const { restored, changed, islands, cuts, hunksPerChangedWord } = measures;
    const figures = [changed, islands, cuts, hunksPerChangedWord, quantile(0.5), quantile(0.95)];
    return [engine.name, sharePercent(restored), ...figures.map((value) => value.toFixed(3))];
  });
  const heads = ["restored", "changed", "islands", "cuts", "hunks/word", "p50 ms", "p95 ms"];
  printTable([`${pairs.length} changed ${unit}s`, ...heads], lines);
  return rows;
}

/** What `diffForDisplay` has to reach, beside what it reached. */
function printBars(sentences: readonly Row[], paragraphs: readonly Row[]): void {
  const [sentence, paragraph] = [sentences[0], paragraphs[0]];
  if (!sentence || !paragraph) return;
  const bars: readonly (readonly [string, number, number, string])[] = [
    ["restored exactly, both", Math.min(sentence.restored, paragraph.restored), 1, "at least"],
    ["cuts inside words, both", sentence.cuts + paragraph.cuts, 0, "at most"],
    ["changed words, sentences", sentence.changed, 1.08, "at most"],
    ["islands a pair, sentences", sentence.islands, 0.06, "at most"],
    ["p95 of a sentence, ms", sentence.p95, 1, "at most"],
    ["p95 of a paragraph, ms", paragraph.p95, 5, "at most"],
  ];
  printTable(
    ["diffForDisplay", "reached", "bar", ""],
    bars.map(([name, reached, bar, sense]) => {
      const isMet = sense === "at most" ? reached <= bar : reached >= bar;
      return [name, reached.toFixed(3), `${sense} ${bar}`, isMet ? "met" : "MISSED"];
    }),
  );
}

const WORDS = 10_000;

function printWorst(postEdits: readonly PostEdit[]): void {
  const words = (texts: readonly string[]): string[] => texts.join(" ").split(/\s+/);
  const sentences = postEdits.filter(({ unit }) => unit === "sentence");
  const english = words(sentences.map(({ post_edit }) => post_edit));
  const first = english.slice(0, WORDS).join(" ");
  const last = english.slice(-WORDS).join(" ");
  const source = words(sentences.map((edit) => edit.source)).slice(0, WORDS);
  const cases: readonly (readonly [string, string, string])[] = [
    ["two unrelated texts", first, last],
    ["source against target", source.join(" "), first],
    ["no word in common", numbered("a"), numbered("b")],
    ["every 20th word replaced", first, first.replace(/((?:\S+ ){19})\S+/g, "$1changed")],
    ["every 3rd word replaced", first, first.replace(/((?:\S+ ){2})\S+/g, "$1changed")],
    ["in reverse", first, first.split(" ").reverse().join(" ")],
  ];
  const lines = cases.map(([name, base, next]) => [
    name,
    ...LIMITED_ENGINES.map(({ run }) => {
      const start = performance.now();
      const result = run(base, next);
      const ms = (performance.now() - start).toFixed(0);
      if (result === undefined) return "none in 3 s";
      const { precise } = result as { readonly precise?: boolean };
      return precise === undefined ? ms : `${ms} ${precise ? "exact" : "coarse"}`;
    }),
  ]);
  printTable([`${WORDS} words each, ms`, ...LIMITED_ENGINES.map(({ name }) => name)], lines);
}

const numbered = (prefix: string): string =>
  Array.from({ length: WORDS }, (_, index) => prefix + index).join(" ");

const postEdits = readPostEdits();
if (postEdits) {
  const pairsOf = (unit: string): Pairs =>
    postEdits.filter((edit) => edit.unit === unit).map((edit) => [edit.mt, edit.post_edit] as const);
  const sentences = printQuality(pairsOf("sentence"), "sentence");
  const paragraphs = printQuality(pairsOf("paragraph"), "paragraph");
  printBars(sentences, paragraphs);
  printWorst(postEdits);
} else {
  console.log("Skipped: the post-edits (data/postedits.jsonl) do not stand beside the checkout.");
}
