/**
 * The three-way merge beside node-diff3 on the same tokens and diff-match-patch's `patch_apply`:
 * `npm run bench:merge`. The post-edits and translations stand beside the checkout.
 */
import diffMatchPatch from "diff-match-patch";
import { merge as diff3 } from "node-diff3";
import { mergeTexts } from "@/lib/core/merge/merge-texts";
import { tokenize } from "@/lib/core/text/tokens";
import { random } from "@/tests/support/random";
import { readPostEdits } from "../unit/core/diff/measures";
import { dealtOut, independentRewrites, type MergeCase } from "./support/merge-cases";
import { printTable, sharePercent } from "./support/table";

/** The merged text, or null for a conflict. */
type MergeEngine = (base: string, ours: string, theirs: string) => string | null;

const textsOf = (text: string): string[] => tokenize(text).map((token) => token.text);
const patches = new diffMatchPatch.diff_match_patch();

const ENGINES: Readonly<Record<string, MergeEngine>> = {
  mergeTexts: (base, ours, theirs) => {
    const merge = mergeTexts(base, ours, theirs);
    return merge.status === "conflict" ? null : merge.text;
  },
  "node-diff3, same tokens": (base, ours, theirs) => {
    const { conflict, result } = diff3(textsOf(ours), textsOf(base), textsOf(theirs), {
      excludeFalseConflicts: true,
    });
    return conflict ? null : result.join("");
  },
  "diff-match-patch patch_apply": (base, ours, theirs) => {
    const [text, applied] = patches.patch_apply(patches.patch_make(base, theirs), ours);
    return applied.every(Boolean) ? text : null;
  },
};

type Outcome = "right" | "conflict" | "wrong";

function outcomeOf(merge: MergeEngine, { base, ours, theirs, expected }: MergeCase): Outcome {
  const merged = merge(base, ours, theirs);
  if (merged === null) return "conflict";
  return merged === expected ? "right" : "wrong";
}

function printDealt(title: string, cases: readonly MergeCase[], bar?: number): void {
  const lines = Object.entries(ENGINES).map(([name, merge]) => {
    const start = performance.now();
    const outcomes = cases.map((it) => outcomeOf(merge, it));
    const ms = (performance.now() - start) / cases.length;
    const share = (wanted: Outcome): number =>
      outcomes.filter((outcome) => outcome === wanted).length / cases.length;
    const verdict = share("wrong") === 0 && share("right") >= (bar ?? 0) ? "met" : "MISSED";
    const isJudged = name === "mergeTexts" && bar !== undefined;
    return [
      name,
      ...(["right", "conflict", "wrong"] as const).map((outcome) => sharePercent(share(outcome), 2)),
      ms.toFixed(2),
      isJudged ? `${verdict} (${sharePercent(bar)})` : "",
    ];
  });
  printTable([`${cases.length} ${title}`, "right", "conflict", "silently wrong", "ms a case", "bar"], lines);
}

/** Without an expected text: words that one side brought in and the merge has lost, order, identity laws. */
function printRewrites(cases: readonly MergeCase[]): void {
  const lines = Object.entries(ENGINES).map(([name, merge]) => {
    const count = (isSo: (it: MergeCase) => boolean): number => cases.filter(isSo).length;
    return [
      name,
      sharePercent(count(({ base, ours, theirs }) => merge(base, ours, theirs) !== null) / cases.length, 2),
      String(count((it) => losesWords(merge, it))),
      String(count(({ base, ours, theirs }) => merge(base, ours, theirs) !== merge(base, theirs, ours))),
      String(count((it) => !keepsIdentities(merge, it))),
    ];
  });
  const heads = ["clean", "lost an inserted word", "depends on the order", "identity laws broken"];
  printTable([`${cases.length} independent rewrites`, ...heads], lines);
}

const keepsIdentities = (merge: MergeEngine, { base, ours }: MergeCase): boolean =>
  merge(base, ours, ours) === ours && merge(base, ours, base) === ours && merge(base, base, ours) === ours;

function losesWords(merge: MergeEngine, { base, ours, theirs }: MergeCase): boolean {
  const merged = merge(base, ours, theirs);
  return merged !== null && [ours, theirs].some((side) => hasLost(base, side, merged));
}

function hasLost(base: string, side: string, merged: string): boolean {
  const [known, kept] = [new Set(textsOf(base)), new Set(textsOf(merged))];
  return textsOf(side).some((text) => !known.has(text) && !kept.has(text));
}

function printLong(words: readonly string[]): void {
  const edit = (seed: number, count: number): string => {
    const next = random(seed);
    const change = (word: string): string => (next() < 0.3 ? "" : `new${Math.floor(next() * 100)} ${word}`);
    return words
      .slice(0, count)
      .map((word) => (next() < 0.03 ? change(word) : word))
      .join(" ");
  };
  const lines = [300, 1000, 10_000].map((count) => {
    const [base, ours, theirs] = [words.slice(0, count).join(" "), edit(1, count), edit(2, count)];
    const start = performance.now();
    const { regions } = mergeTexts(base, ours, theirs);
    const ms = performance.now() - start;
    const conflicts = regions.filter(({ kind }) => kind === "conflict").length;
    const cells = [`${ms.toFixed(0)} ms`, String(regions.length), String(conflicts)];
    return [`${count} words`, ...cells, count < 10_000 ? "" : ms <= 2000 ? "met (2 s)" : "MISSED"];
  });
  printTable(["3 % edits on each side", "mergeTexts", "regions", "conflicts", "bar"], lines);
}

const postEdits = readPostEdits();
if (postEdits) {
  printDealt("post-edits, one hand at the front", dealtOut(postEdits, "blocks", false), 0.995);
  printDealt("the same, a third by both", dealtOut(postEdits, "blocks", true), 0.955);
  printDealt("post-edits, edits at random", dealtOut(postEdits, "random", false));
  printDealt("the same, a third by both", dealtOut(postEdits, "random", true));
  printRewrites(independentRewrites(1174));
  printLong(postEdits.flatMap(({ post_edit }) => post_edit.split(/\s+/)));
} else {
  console.log("Skipped: the post-edits (data/postedits.jsonl) do not stand beside the checkout.");
}
