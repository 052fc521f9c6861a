/**
 * How well the aligner does on the open gold, beside plain Gale-Church and naive 1:1:
 * `npm run bench:alignment`. The gold and its scorer stand beside the checkout.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { alignParagraphs, alignWith } from "@/lib/core/alignment/align";
import type { Bead } from "@/lib/core/alignment/bead";
import { judgeBitext } from "@/lib/core/alignment/verdict";
import { sharedPath } from "../support/shared-data";
import { ABLATIONS } from "./alignment/ablations";
import { galeChurch, type Pairing } from "./baselines/gale-church";

interface Case {
  readonly id: string;
  readonly profile: string;
  readonly lang?: string;
  readonly src: readonly string[];
  readonly tgt: readonly string[];
  readonly gold: readonly Pairing[];
}

interface Scores {
  readonly P: number;
  readonly R: number;
  readonly F1: number;
  readonly laxF1: number;
  readonly nullF1: number;
}

type Scorer = (gold: ReadonlyArray<readonly Pairing[]>, found: ReadonlyArray<readonly Pairing[]>) => Scores;
type Aligner = (one: Case) => readonly Pairing[];

async function run(gold: string): Promise<void> {
  const { score } = (await import(pathToFileURL(`${gold}/gen/score.mjs`).href)) as { score: Scorer };
  const files = {
    single: "open/single",
    dossier: "open/dossier",
    sentence: "open/sentence",
    "de-fr": "textberg-de-fr/dev",
  };
  for (const [name, file] of Object.entries(files)) report(name, readCases(`${gold}/${file}.jsonl`), score);
  reportUnrelated(readCases(`${gold}/open/single.jsonl`));
  for (const size of [100, 1000, 10_000]) report(`scale ${size}`, [scaleCase(gold, size)], score);
  reportAblations(files, (file) => readCases(`${gold}/${file}.jsonl`), score);
}

function report(name: string, cases: readonly Case[], score: Scorer): void {
  const sure = new Map<string, boolean[]>();
  const ours: Aligner = (one) => {
    const beads = alignParagraphs(one.src, one.tgt, localesOf(one));
    const keys = new Set(one.gold.map(keyOf));
    const right = beads
      .filter(({ confidence }) => confidence >= 0.9)
      .map((bead) => keys.has(keyOf(pairingOf(bead))));
    for (const profile of ["all", one.profile]) {
      sure.set(profile, [...(sure.get(profile) ?? []), ...right]);
    }
    return beads.map(pairingOf);
  };
  const aligners: Record<string, Aligner> = { ours, naive: (one) => zip(one.src.length, one.tgt.length) };
  if (cases.every(({ src, tgt }) => src.length * tgt.length < 4_000_000))
    aligners["Gale-Church"] = ({ src, tgt }) => galeChurch(src, tgt);
  console.log(`\n${name}: ${cases.length} cases; sure: of the beads with confidence >= .9 so many are right`);
  console.log("aligner        profile      P      R     F1    lax   null     sure    CPU s   MB");
  for (const [label, aligner] of Object.entries(aligners)) {
    const before = process.cpuUsage();
    const found = cases.map(aligner);
    const used = process.cpuUsage(before);
    const spent = { cpu: (used.user + used.system) / 1e6, memory: process.memoryUsage.rss() / 1e6 };
    reportRows(label, cases, found, score, label === "ours" ? sure : new Map(), spent);
  }
}

/** All cases of a set, then each profile of noise. */
function reportRows(
  label: string,
  cases: readonly Case[],
  found: ReadonlyArray<readonly Pairing[]>,
  score: Scorer,
  sure: ReadonlyMap<string, readonly boolean[]>,
  spent: { readonly cpu: number; readonly memory: number },
): void {
  const profiles = [...new Set(cases.map(({ profile }) => profile))];
  for (const profile of ["all", ...(profiles.length > 1 ? profiles : [])]) {
    const chosen = cases.flatMap((one, k) => (profile === "all" || one.profile === profile ? [k] : []));
    const scores = score(
      chosen.map((k) => cases[k]?.gold ?? []),
      chosen.map((k) => found[k] ?? []),
    );
    const told = sure.get(profile) ?? [];
    const share =
      told.length === 0 ? "" : `${((100 * told.filter(Boolean).length) / told.length).toFixed(2)} %`;
    const cost =
      profile === "all"
        ? `${spent.cpu.toFixed(2).padStart(8)} ${Math.round(spent.memory).toString().padStart(4)}`
        : "";
    console.log(`${row(label, profile, scores)} ${share.padStart(8)} ${cost}`);
  }
}

/** What the aligner loses without one kind of evidence. */
function reportAblations(
  files: Readonly<Record<string, string>>,
  read: (file: string) => readonly Case[],
  score: Scorer,
): void {
  const sets = Object.entries(files).map(([name, file]) => ({ name, cases: read(file) }));
  console.log("\nwithout, strict F1 / null F1");
  console.log(`${"".padEnd(24)} ${sets.map(({ name }) => name.padEnd(12)).join(" ")}`);
  for (const [label, parameters] of Object.entries(ABLATIONS)) {
    const cells = sets.map(({ cases }) => {
      const found = cases.map((one) =>
        alignWith(parameters, one.src, one.tgt, localesOf(one)).map(pairingOf),
      );
      const { F1, nullF1 } = score(
        cases.map((one) => one.gold),
        found,
      );
      return `${F1.toFixed(3)} ${nullF1.toFixed(3)}`.padEnd(12);
    });
    console.log(`${label.padEnd(24)} ${cells.join(" ")}`);
  }
}

/** Sources with the targets of other documents: the verdict must say so, and little may be linked. */
function reportUnrelated(cases: readonly Case[]): void {
  let [linked, units, unrelated, pairs] = [0, 0, 0, 0];
  cases.forEach((one, k) => {
    const other = cases[(k + 31) % cases.length];
    if (!other || one.src.length < 5 || other.tgt.length < 5) return;
    const beads = alignParagraphs(one.src, other.tgt, localesOf(one));
    for (const [sources, targets] of beads.map(pairingOf)) {
      units += sources.length + targets.length;
      if (sources.length > 0 && targets.length > 0) linked += sources.length + targets.length;
    }
    pairs += 1;
    if (!judgeBitext(one.src, other.tgt, beads).related) unrelated += 1;
  });
  console.log(
    `\nwrong file: ${pairs} unrelated pairs, ${((100 * linked) / units).toFixed(1)} % of units linked, ${unrelated} called unrelated`,
  );
  const missed = cases.filter(
    (one) => !judgeBitext(one.src, one.tgt, alignParagraphs(one.src, one.tgt, localesOf(one))).related,
  );
  console.log(`right file: ${cases.length} translations, ${missed.length} called unrelated`);
}

function row(label: string, profile: string, scores: Scores): string {
  const figures = [scores.P, scores.R, scores.F1, scores.laxF1, scores.nullF1].map((x) =>
    x.toFixed(3).padStart(6),
  );
  return `${label.padEnd(14)} ${profile.padEnd(8)} ${figures.join(" ")}`;
}

const localesOf = (one: Case) => ({ sourceLocale: "de", targetLocale: one.lang === "de-fr" ? "fr" : "en" });
const keyOf = ([sources, targets]: Pairing): string => `${sources.join(",")}:${targets.join(",")}`;
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);
const pairingOf = (bead: Bead): Pairing => [
  range(bead.sourceFrom, bead.sourceTo),
  range(bead.targetFrom, bead.targetTo),
];
const readCases = (file: string): Case[] => parseCases(readFileSync(file, "utf8"));
const parseCases = (text: string): Case[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Case);

function zip(sources: number, targets: number): readonly Pairing[] {
  return range(0, Math.max(sources, targets)).map((k) => [k < sources ? [k] : [], k < targets ? [k] : []]);
}

function scaleCase(gold: string, size: number): Case {
  const options = ["--scale", String(size), "--profile", "medium", "--seed", "7"];
  const documents = `${gold}/../bitext-docs.jsonl`;
  const text = execFileSync(
    process.execPath,
    [`${gold}/gen/make-align-gold.mjs`, documents, "-", ...options],
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  const [one] = parseCases(text);
  if (!one) throw new Error("the generator gave no case");
  return one;
}

const folder = sharedPath("data/align-gold");
if (folder === null) console.log("alignment: skipped, the gold (data/align-gold) is not beside the checkout");
else await run(folder);
