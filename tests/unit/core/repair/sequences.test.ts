import { describe, expect, it } from "vitest";
import { hasTarget } from "@/lib/core/repair/row";
import type { AlignmentStep } from "@/lib/core/repair/step";
import { random } from "@/tests/support/random";
import { back, documentOf, type MemoryDocument, proposalOn, repair } from "./memory-document";
import { randomOperation } from "./random-operations";

const SEQUENCES = 80;
const OPERATIONS = 50;

/** Paragraphs of one to three sentences, some with two paragraphs, an emoji, a code, or nothing on one side. */
function randomDocument(next: () => number): MemoryDocument {
  const sentence = () => `${["Eins", "Zwei 🚂", "Drei <1>vier</1>", "Ja"][Math.floor(next() * 4)]}.`;
  const text = () => {
    const sentences = Array.from({ length: 1 + Math.floor(next() * 3) }, sentence).join(" ");
    return next() < 0.15 ? `${sentences}\n\n${sentence()}` : sentences;
  };
  const pairs = Array.from({ length: 4 + Math.floor(next() * 10) }, (): readonly [string, string] => {
    const dice = next();
    if (dice < 0.1) return [text(), ""];
    return dice < 0.2 ? ["", text()] : [text(), text()];
  });
  const document = documentOf([["Anfang.", "Beginning."], ...pairs]);
  const proposals = document.rows.flatMap((row, index) =>
    ["anna", "bert"]
      .filter(() => next() < 0.4)
      .map((person) => proposalOn(row, `${person}-${index}`, person)),
  );
  const drafts = document.rows.filter(() => next() < 0.2).map((row) => proposalOn(row, "anna", "anna"));
  return { ...document, proposals, drafts };
}

const visible = (texts: readonly string[]): string => texts.join("").replace(/\s+/g, "");
const sourcesOf = (document: MemoryDocument) =>
  document.rows.flatMap((row) => row.sources.map((source) => source.id));
const sorted = (document: MemoryDocument) => ({
  rows: document.rows,
  proposals: document.proposals,
  drafts: document.drafts,
});

/** Does random repairs; gives the states between them and the steps from one to the next. */
function wander(start: MemoryDocument, next: () => number, name: string) {
  const states = [start];
  const steps: AlignmentStep[] = [];
  for (let i = 0; i < OPERATIONS; i++) {
    const document = states.at(-1) as MemoryDocument;
    const result = repair(document, randomOperation(document.rows, next));
    if (!result.ok) continue;
    checkLaws(start, result.value.document, `${name}, operation ${i}`);
    steps.push(result.value.step);
    states.push(result.value.document);
  }
  return { states, steps };
}

function checkLaws(start: MemoryDocument, document: MemoryDocument, name: string): void {
  expect(sourcesOf(document), name).toEqual(sourcesOf(start));
  expect(visible(document.rows.map((row) => row.targetText)), name).toBe(
    visible(start.rows.map((row) => row.targetText)),
  );
  const words = (of: MemoryDocument) => of.proposals.map((proposal) => [proposal.id, proposal.baseText]);
  expect(words(document), name).toEqual(words(start));
  expect(
    document.rows.filter((row) => row.sources.length === 0 && !hasTarget(row)),
    name,
  ).toEqual([]);
  expect(wronglyPlaced(document), name).toEqual([]);
}

/** Goes the steps back, last first; gives the steps forward again. */
function goBack(from: MemoryDocument, steps: readonly AlignmentStep[], wanted: readonly MemoryDocument[]) {
  let document = from;
  const forward: AlignmentStep[] = [];
  for (const [index, step] of [...steps.entries()].toReversed()) {
    const done = back(document, step);
    if (!done.ok) throw new Error(done.error.code);
    ({ document } = done.value);
    forward.unshift(done.value.step);
    expect(sorted(document)).toEqual(sorted(wanted[index] as MemoryDocument));
  }
  return { document, forward };
}

describe(`${OPERATIONS} repairs in a row, ${SEQUENCES} times`, () => {
  it("keep every source paragraph, every word and every proposal, and are all taken back and done again", () => {
    let done = 0;
    for (let seed = 1; seed <= SEQUENCES; seed++) {
      const next = random(seed);
      const { states, steps } = wander(randomDocument(next), next, `seed ${seed}`);
      done += steps.length;
      const { document, forward } = goBack(states.at(-1) as MemoryDocument, steps, states);
      goBack(document, forward.toReversed(), states.slice(1).toReversed());
    }
    expect(done).toBeGreaterThan((SEQUENCES * OPERATIONS) / 2);
  });
});

/** Words on a row whose text no longer holds all they were written on, or two of one person on one row. */
function wronglyPlaced(document: MemoryDocument): readonly string[] {
  const texts = new Map(document.rows.map((row) => [row.id, row.targetText]));
  const seen = new Set<string>();
  return document.proposals
    .filter((proposal) => {
      const text = texts.get(proposal.segmentId);
      if (text === undefined) return false;
      const slot = `${proposal.segmentId} ${proposal.personId}`;
      const isSecond = seen.has(slot);
      seen.add(slot);
      return isSecond || !text.includes(proposal.baseText);
    })
    .map((proposal) => proposal.id);
}
