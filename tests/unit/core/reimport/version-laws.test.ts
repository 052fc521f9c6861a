import { describe, expect, it } from "vitest";
import type { Bead } from "@/lib/core/alignment/bead";
import type { UserId } from "@/lib/core/shared/ids";
import { random } from "@/tests/support/random";
import {
  imported,
  type MemoryVersion,
  type Renewed,
  renew,
  rowsBack,
  textOf,
  withRow,
} from "./memory-version";

const CASES = 250;

const WORDS =
  "Mühle Fluss Winter Rad Müller Wasser Brücke Turm Glocke Markt Bahnhof Gleis Zug Nacht Laterne Kiste Linse".split(
    " ",
  );
const ENDINGS = "rand stein feld tor weg kopf haus licht stahl holz".split(" ");
const pick = <T>(values: readonly T[], next: () => number): T =>
  values[Math.floor(next() * values.length)] as T;
const sentence = (next: () => number): string =>
  `${Array.from({ length: 4 + Math.floor(next() * 9) }, () => `${pick(WORDS, next)}${pick(ENDINGS, next)}`).join(" ")}, „so“ 12.`;

/** Beads that cover both sides in order, cut anyhow. */
function randomBeads(sources: number, targets: number, next: () => number): readonly Bead[] {
  const beads: Bead[] = [];
  let [source, target] = [0, 0];
  while (source < sources || target < targets) {
    const sourceTo = Math.min(sources, source + Math.floor(next() * 3));
    const targetTo = Math.min(targets, target + Math.floor(next() * 3));
    if (sourceTo === source && targetTo === target) continue;
    beads.push({ sourceFrom: source, sourceTo, targetFrom: target, targetTo, confidence: 0.5 });
    [source, target] = [sourceTo, targetTo];
  }
  return beads;
}

/** Texts with typos, other quotation marks, other numbers, and with paragraphs put in, taken out and moved. */
function edited(texts: readonly string[], next: () => number): readonly string[] {
  const result = texts.flatMap((text) => {
    const dice = next();
    if (dice < 0.1) return [text.replace("Mühle", "Muehle")];
    if (dice < 0.2) return [text.replace("„", "«").replace("“", "»")];
    if (dice < 0.3) return [text.replace("12.", "13.")];
    if (dice < 0.4) return [];
    if (dice < 0.5) return [text, sentence(next)];
    return dice < 0.55 ? [sentence(next)] : [text];
  });
  if (result.length > 3 && next() < 0.4) {
    const [taken] = result.splice(Math.floor(next() * result.length), 1);
    result.splice(Math.floor(next() * result.length), 0, taken as string);
  }
  return result.length > 0 ? result : [sentence(next)];
}

/** A document on which people have worked: corrected, approved and proposed here and there, pinned a row. */
function randomDocument(next: () => number) {
  const sources = Array.from({ length: 3 + Math.floor(next() * 10) }, () => sentence(next));
  const targets = Array.from({ length: 2 + Math.floor(next() * 10) }, () => sentence(next));
  let the = imported(textOf(sources), textOf(targets), randomBeads(sources.length, targets.length, next));
  for (const [index, row] of the.translation.rows.entries()) {
    const dice = next();
    if (dice < 0.15) the = withRow(the, index, { approved: true });
    else if (dice < 0.3) the = withRow(the, index, { targetText: `Human ${index}`, origin: "human" });
    else if (dice < 0.45)
      the = withRow(the, index, { targetText: `Good ${index}`, origin: "human", approved: true });
    if (dice > 0.95) the = withRow(the, index, { ...row, approved: true, pinned: true });
  }
  const proposals = the.translation.rows.flatMap((row, index) =>
    ["anna", "bert"]
      .filter(() => next() < 0.3)
      .map((person) => ({
        id: `${person}-${index}`,
        segmentId: row.id,
        personId: person as UserId,
        baseText: row.targetText,
        isExclusive: true,
      })),
  );
  return { sources, targets, the: { ...the, proposals } as MemoryVersion };
}

function checkLaws(before: MemoryVersion, done: Renewed, name: string): void {
  const { the, source, plan } = done;
  const rows = the.translation.rows;
  expect(
    rows.flatMap((row) => row.sources.map(({ id }) => id)),
    name,
  ).toEqual(source.places.map(({ paragraph }) => paragraph.id));
  const accounted = [...plan.rows.flatMap((row) => row.before), ...plan.gone].map(({ id }) => id);
  expect(accounted.toSorted(), name).toEqual(before.translation.rows.map(({ id }) => id).toSorted());
  checkNumbers(before, done, name);
  checkPeoplesWork(before, done, name);
  const words = (of: MemoryVersion) => of.proposals.map(({ id, baseText }) => [id, baseText]);
  expect(words(the), name).toEqual(words(before));
  expect(wronglyInTray(before, done), name).toEqual([]);
}

function checkNumbers(before: MemoryVersion, { the }: Renewed, name: string): void {
  const numbers = the.source.paragraphs.map(({ number }) => number);
  expect(new Set(numbers).size, name).toBe(numbers.length);
  const known = [...before.source.paragraphs, ...before.source.retired];
  const highest = Math.max(...known.map(({ number }) => number));
  for (const paragraph of the.source.paragraphs) {
    const isKnown = known.some(({ number }) => number === paragraph.number);
    expect(isKnown || paragraph.number > highest, name).toBe(true);
  }
}

/** A person's text is gone only with its source; an approval stands only where neither side changed. */
function checkPeoplesWork(before: MemoryVersion, { the, plan, source }: Renewed, name: string): void {
  const live = new Map(the.translation.rows.map((row) => [row.id, row]));
  for (const row of before.translation.rows.filter(({ worked }) => worked)) {
    const planned = plan.rows.find((candidate) => candidate.before.includes(row));
    const left = row.sources.filter(({ id }) => source.places.some((place) => place.before?.id === id));
    if (!planned)
      expect(left.length === 0 && row.sources.length > 0, `${name}: ${row.id} is gone`).toBe(true);
    const text = planned?.place.row.targetText ?? row.targetText;
    expect(text, name).toBe(row.targetText);
    if (!planned) expect(the.retired, name).toContainEqual(row);
  }
  const olds = [...before.translation.rows, ...before.retired];
  for (const row of live.values()) {
    if (!row.approved) continue;
    const old = olds.find(({ id }) => id === row.id);
    expect(old?.approved, name).toBe(true);
    expect({ sources: row.sources, text: row.targetText }, name).toEqual({
      sources: old?.sources,
      text: old?.targetText,
    });
  }
}

/** Proposals in the tray though their row has a successor on which their author has no other one. */
function wronglyInTray(before: MemoryVersion, { the, plan }: Renewed): readonly string[] {
  const live = new Set(the.translation.rows.map(({ id }) => id));
  const slots = the.proposals.map(({ segmentId, personId }) => `${segmentId} ${personId}`);
  expect(new Set(slots).size).toBe(slots.length);
  return the.proposals
    .filter(({ id, segmentId }) => {
      if (live.has(segmentId)) return false;
      const row = before.translation.rows.find((candidate) => candidate.id === segmentId);
      const successor = plan.rows.find((planned) => row && planned.before.includes(row));
      return successor?.before.length === 1 && before.proposals.some((word) => word.id === id);
    })
    .map(({ id }) => id);
}

function randomVersion(seed: number) {
  const next = random(seed);
  const { the, sources, targets } = randomDocument(next);
  const source = next() < 0.7 ? edited(sources, next) : null;
  const target = source === null || next() < 0.6 ? edited(targets, next) : null;
  const beads = (count: number) => randomBeads((source ?? sources).length, count, next);
  const version = {
    source: source && textOf(source),
    machine: target && { text: textOf(target), beads: beads(target.length) },
  };
  return { the, version, done: renew(the, version.source, version.machine) };
}

const kindsOf = ({ plan }: Renewed): readonly string[] => [
  ...plan.rows.map(({ grade, machine }) => `${grade} ${machine}`),
  ...plan.gone.map(() => "gone"),
];

function checkWayBack(before: MemoryVersion, { the, change }: Renewed, name: string): void {
  if (!change) return;
  const back = rowsBack(the, change);
  expect(back.translation.rows, name).toEqual(before.translation.rows);
  expect(back.proposals, name).toEqual(before.proposals);
}

describe(`a new version, ${CASES} times`, () => {
  it("of the same words changes nothing, however the aligner cuts them", () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const next = random(seed);
      const { the, sources, targets } = randomDocument(next);
      const beads = randomBeads(sources.length, targets.length, next);
      const done = renew(the, textOf(sources), { text: textOf(targets), beads });
      expect(done.change, `seed ${seed}`).toBeNull();
      expect(done.the, `seed ${seed}`).toBe(the);
      expect(done.plan.machine, `seed ${seed}`).toEqual([]);
    }
  });

  it("accounts for every row, keeps every proposal and every word of a person, and is taken back whole", () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= CASES; seed++) {
      const { the, version, done } = randomVersion(seed);
      checkLaws(the, done, `seed ${seed}`);
      for (const kind of kindsOf(done)) seen.add(kind);
      checkWayBack(the, done, `seed ${seed}`);
      // Machine text that a person's words kept out is kept nowhere: it may be matched otherwise the next time.
      if (done.plan.rows.some((row) => row.machine === "held")) continue;
      expect(renew(done.the, version.source, version.machine).change, `seed ${seed}, again`).toBeNull();
    }
    for (const grade of ["same", "typography", "spelling", "changed"]) {
      for (const effect of ["untouched", "replaced", "held"]) expect(seen).toContain(`${grade} ${effect}`);
    }
    expect(seen).toContain("gone");
  });

  it("in which the paragraph of a gone row returns brings that row back as it was", () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const next = random(seed);
      const { the, sources } = randomDocument(next);
      const at = Math.floor(next() * sources.length);
      const id = the.source.paragraphs[at]?.id;
      const row = the.translation.rows.find((candidate) => candidate.sources[0]?.id === id);
      if (row?.sources.length !== 1) continue;
      const there = renew(the, textOf(sources.toSpliced(at, 1)), null);
      expect(there.plan.gone, `seed ${seed}`).toContain(row);
      const back = renew(there.the, textOf(sources), null);
      expect(back.the.translation.rows, `seed ${seed}`).toContainEqual(row);
      expect(back.the.source.paragraphs, `seed ${seed}`).toEqual(the.source.paragraphs);
    }
  });

  it("that goes back to the former words brings the former rows back, with their approvals", () => {
    let approvals = 0;
    for (let seed = 1; seed <= CASES; seed++) {
      const next = random(seed);
      const { the, sources } = randomDocument(next);
      const there = renew(the, textOf(sources.map((text) => text.replace("12.", "13."))), null);
      const back = renew(there.the, textOf(sources), null);
      expect(back.the.translation.rows, `seed ${seed}`).toEqual(the.translation.rows);
      expect(back.the.source.paragraphs, `seed ${seed}`).toEqual(the.source.paragraphs);
      expect(back.the.proposals, `seed ${seed}`).toEqual(the.proposals);
      approvals += back.the.translation.rows.filter((row) => row.approved && row.sources.length > 0).length;
    }
    expect(approvals).toBeGreaterThan(CASES);
  });
});
