import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { alignParagraphs } from "@/lib/core/alignment/align";
import { sharedPath } from "@/tests/support/shared-data";

type Pairing = readonly [readonly number[], readonly number[]];
type Beads = readonly Pairing[];

interface Case {
  readonly src: readonly string[];
  readonly tgt: readonly string[];
  readonly gold: Beads;
}

/** A set takes seconds on a quiet machine. */
const LIMIT = 180_000;

const folder = sharedPath("data/align-gold");
const absent = folder === null ? " (skipped: the gold is not beside the checkout)" : "";
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);
const keyOf = ([sources, targets]: Pairing) => `${sources.join(",")}:${targets.join(",")}`;

describe.skipIf(folder === null)(`alignParagraphs on the open gold${absent}`, () => {
  it.each([
    ["open/single", 0.987, 0.986, 0.985],
    ["open/dossier", 0.989, 0.985, 0.985],
    ["open/sentence", 0.994, 0.978, 0.985],
    ["textberg-de-fr/dev", 0.88, 0.8, 0.96],
  ])(
    "keeps its strict F1, its F1 of unaligned units and its calibration: %s",
    async (name, least, leastNull, leastSure) => {
      const { score } = (await import(pathToFileURL(`${folder}/gen/score.mjs`).href)) as {
        score: (
          gold: readonly Beads[],
          found: readonly Beads[],
        ) => { readonly F1: number; readonly nullF1: number };
      };
      const lines = readFileSync(`${folder}/${name}.jsonl`, "utf8").trim().split("\n");
      const cases = lines.map((line) => JSON.parse(line) as Case);
      const sure: boolean[] = [];
      const found = cases.map(({ src, tgt, gold }) => {
        const keys = new Set(gold.map(keyOf));
        const targetLocale = name.includes("de-fr") ? "fr" : "en";
        return alignParagraphs(src, tgt, { sourceLocale: "de", targetLocale }).map((bead) => {
          const pairing: Pairing = [
            range(bead.sourceFrom, bead.sourceTo),
            range(bead.targetFrom, bead.targetTo),
          ];
          if (bead.confidence >= 0.9) sure.push(keys.has(keyOf(pairing)));
          return pairing;
        });
      });
      const { F1, nullF1 } = score(
        cases.map(({ gold }) => gold),
        found,
      );
      expect(F1).toBeGreaterThan(least);
      expect(nullF1).toBeGreaterThan(leastNull);
      expect(sure.length).toBeGreaterThan(lines.length);
      expect(sure.filter(Boolean).length / sure.length).toBeGreaterThan(leastSure);
    },
    LIMIT,
  );
});
