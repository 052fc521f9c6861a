/** Word diffs of others in the shape in which `measure` judges them, beside our own two. */
import diffSequences from "@jest/diff-sequences";
import { type ChangeObject, diffWords, diffWordsWithSpace } from "diff";
import diffMatchPatch from "diff-match-patch";
import { applyHunks, revertHunks } from "@/lib/core/diff/apply";
import { diffForDisplay } from "@/lib/core/diff/display-diff";
import { diffMinimal } from "@/lib/core/diff/minimal-diff";
import { type Token, tokenize } from "@/lib/core/text/tokens";
import type { Change, Finding } from "../../unit/core/diff/measures";

export interface Engine {
  readonly name: string;
  /** Only the comparison, for timing; undefined if the engine gave up. */
  readonly run: (base: string, next: string) => unknown;
  readonly compare: (base: string, next: string) => Finding;
}

const exact = (base: string, next: string, changes: Parameters<typeof applyHunks>[1]): Finding => ({
  changes,
  restored: applyHunks(base, changes) === next && revertHunks(next, changes) === base,
});

interface Part {
  readonly kind: "equal" | "deleted" | "inserted";
  readonly text: string;
}

/** Parts in reading order; neighbouring deleted and inserted parts are one change. */
function fromParts(base: string, next: string, parts: readonly Part[]): Finding {
  const changes: Change[] = [];
  let [baseAt, nextAt] = [0, 0];
  let open: Change | null = null;
  for (const { kind, text } of parts) {
    const before: Change = open ?? { baseFrom: baseAt, baseTo: baseAt, nextFrom: nextAt, nextTo: nextAt };
    if (kind !== "inserted") baseAt += text.length;
    if (kind !== "deleted") nextAt += text.length;
    open = kind === "equal" ? null : { ...before, baseTo: baseAt, nextTo: nextAt };
    if (open && changes.at(-1) === before) changes[changes.length - 1] = open;
    else if (open) changes.push(open);
  }
  const joined = (left: Part["kind"]): string =>
    parts
      .filter(({ kind }) => kind !== left)
      .map(({ text }) => text)
      .join("");
  return { changes, restored: joined("inserted") === base && joined("deleted") === next };
}

const jsdiffParts = (parts: readonly ChangeObject<string>[]): readonly Part[] =>
  parts.map(({ value, added, removed }) => ({
    kind: added ? "inserted" : removed ? "deleted" : "equal",
    text: value,
  }));

const semantic = new diffMatchPatch.diff_match_patch();

function semanticParts(base: string, next: string): readonly Part[] {
  const diffs = semantic.diff_main(base, next);
  semantic.diff_cleanupSemantic(diffs);
  return diffs.map(([operation, text]) => ({
    kind: operation === 0 ? "equal" : operation < 0 ? "deleted" : "inserted",
    text,
  }));
}

/** @jest/diff-sequences knows no texts: it is given our tokens. */
function sequenceChanges(base: string, next: string): readonly Change[] {
  const [ours, theirs] = [tokenize(base), tokenize(next)];
  const changes: Change[] = [];
  const startOf = (tokens: readonly Token[], at: number, text: string): number =>
    tokens[at]?.from ?? text.length;
  let [baseAt, nextAt] = [0, 0];
  const take = (count: number, baseIndex: number, nextIndex: number): void => {
    if (baseIndex > baseAt || nextIndex > nextAt) {
      changes.push({
        baseFrom: startOf(ours, baseAt, base),
        baseTo: startOf(ours, baseIndex, base),
        nextFrom: startOf(theirs, nextAt, next),
        nextTo: startOf(theirs, nextIndex, next),
      });
    }
    [baseAt, nextAt] = [baseIndex + count, nextIndex + count];
  };
  diffSequences(ours.length, theirs.length, (one, other) => ours[one]?.text === theirs[other]?.text, take);
  take(0, ours.length, theirs.length);
  return changes;
}

const withTexts = (base: string, next: string, changes: readonly Change[]) =>
  changes.map((change) => ({
    ...change,
    deleted: base.slice(change.baseFrom, change.baseTo),
    inserted: next.slice(change.nextFrom, change.nextTo),
  }));

export const ENGINES: readonly Engine[] = [
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
    compare: (base, next) => fromParts(base, next, jsdiffParts(diffWords(base, next))),
  },
  {
    name: "jsdiff diffWordsWithSpace",
    run: (base, next) => diffWordsWithSpace(base, next),
    compare: (base, next) => fromParts(base, next, jsdiffParts(diffWordsWithSpace(base, next))),
  },
  {
    name: "diff-match-patch semantic",
    run: semanticParts,
    compare: (base, next) => fromParts(base, next, semanticParts(base, next)),
  },
  {
    name: "@jest/diff-sequences",
    run: sequenceChanges,
    compare: (base, next) => exact(base, next, withTexts(base, next, sequenceChanges(base, next))),
  },
];

/** jsdiff needs more than 45 s for the worst cases; with this limit it gives no answer. */
const LIMIT = { timeout: 3000 };

/** The engines for long texts: those that know a limit get one, so that the bench ends. */
export const LIMITED_ENGINES: readonly Pick<Engine, "name" | "run">[] = ENGINES.map((engine) => {
  if (engine.name === "jsdiff diffWords")
    return { ...engine, run: (base, next) => diffWords(base, next, LIMIT) };
  if (engine.name === "jsdiff diffWordsWithSpace")
    return { ...engine, run: (base, next) => diffWordsWithSpace(base, next, LIMIT) };
  return engine;
});
