import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bleuCounts, corpusBleu, sentenceBleu } from "@/lib/core/metrics/bleu";
import { chrfCounts, chrfScore } from "@/lib/core/metrics/chrf";
import { hter, terCounts, terScore } from "@/lib/core/metrics/ter";
import type { TerOptions } from "@/lib/core/metrics/ter-words";
import { sharedPath } from "@/tests/support/shared-data";

interface GoldenRow {
  readonly id: string;
  readonly hyp: string;
  readonly ref: string;
  readonly ter: number;
  readonly ter_edits: number;
  readonly ter_ref_len: number;
  readonly ter_normalized: number;
  readonly ter_case_sensitive: number;
  readonly ter_no_punct: number;
  readonly chrf2: number;
  readonly bleu: number;
  readonly bleu_tok_none: number;
}

interface HterRow {
  readonly id: string;
  readonly mt_tok: string;
  readonly pe_tok: string;
  readonly hter: number;
}

function readRows<T>(name: string): readonly T[] {
  const file = sharedPath(name);
  if (!file) return [];
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as T);
}

const golden = readRows<GoldenRow>("data/metrics-golden.jsonl");
const sentences = golden.filter(({ hyp }) => hyp !== undefined);
const corpus = golden.find(({ hyp }) => hyp === undefined);
const hterRows = readRows<HterRow>("data/hter-golden-tok.jsonl");

const within = (found: number, expected: number, id: string, tolerance = 1e-6): void =>
  expect(Math.abs(found - expected), `${id}: ${found} for ${expected}`).toBeLessThanOrEqual(tolerance);

describe.skipIf(sentences.length === 0)(
  "metrics as sacreBLEU computes them (skipped without the shared data)",
  () => {
    it.each([
      ["ter", {}],
      ["ter_normalized", { normalized: true }],
      ["ter_case_sensitive", { caseSensitive: true }],
      ["ter_no_punct", { noPunctuation: true }],
    ] satisfies [keyof GoldenRow, TerOptions][])("gives %s of every row", (key, options) => {
      for (const row of sentences) within(terScore([terCounts(row.hyp, row.ref, options)]), row[key], row.id);
    });

    it("counts the edits and the words of every row", () => {
      for (const { id, hyp, ref, ter_edits, ter_ref_len } of sentences) {
        expect(terCounts(hyp, ref), id).toEqual({ edits: ter_edits, referenceWords: ter_ref_len });
      }
    });

    it("gives chrF2 and BLEU of every row", () => {
      for (const { id, hyp, ref, chrf2, bleu, bleu_tok_none } of sentences) {
        within(chrfScore([chrfCounts(hyp, ref)]), chrf2, id);
        within(sentenceBleu(bleuCounts(hyp, ref)), bleu, id);
        within(sentenceBleu(bleuCounts(hyp, ref, { words: "none" })), bleu_tok_none, id);
      }
    });

    it("gives TER, chrF2 and BLEU of the corpus", () => {
      const rows = sentences.filter(({ id }) => !id.startsWith("edge"));
      expect(rows.length).toBe(180);
      within(terScore(rows.map(({ hyp, ref }) => terCounts(hyp, ref))), corpus?.ter ?? -1, "corpus");
      within(chrfScore(rows.map(({ hyp, ref }) => chrfCounts(hyp, ref))), corpus?.chrf2 ?? -1, "corpus");
      within(corpusBleu(rows.map(({ hyp, ref }) => bleuCounts(hyp, ref))), corpus?.bleu ?? -1, "corpus");
    });

    it("gives the HTER of every post-edit, as far as it was rounded", () => {
      expect(hterRows.length).toBe(510);
      for (const row of hterRows) within(hter(row.mt_tok, row.pe_tok), row.hter, row.id, 5.1e-7);
    });
  },
);
