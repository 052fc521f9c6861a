import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import type { OpenProposal } from "@/lib/core/review/bitext";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { check } from "@/tests/fault/check";
import { brokenProposals } from "@/tests/support/proposal-invariants";
import { random } from "@/tests/support/random";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const ROWS = 3;
const ACTS = 120;
const TEXT = "The night train to Trieste departs at noon from the old platform under the roof of glass.";
const WORDS = ["slow", "midnight", "quay", "iron", "new", "late", "city", "never", "two", "rain"];

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: ROWS }, () => ["Der Nachtzug.", TEXT] as const));
});
afterAll(() => the.close());

/** How often what came of the acts of all runs. */
const tally: Record<string, number> = {};
/** Every text that a service has acknowledged as somebody's words. */
const said = new Set<string>();
const pick = <T>(list: readonly T[], next: () => number): T | undefined =>
  list[Math.floor(next() * list.length)];

function reworded(text: string, next: () => number): string {
  const words = text.split(" ");
  for (let edits = 1 + Math.floor(next() * 3); edits > 0; edits--) {
    const at = Math.floor(next() * words.length);
    words.splice(at, next() < 0.8 ? 1 : 0, ...(next() < 0.85 ? [pick(WORDS, next) ?? ""] : []));
  }
  return words.join(" ");
}

/** One act of a random person on a random row; says what came of it. */
async function act(next: () => number): Promise<string> {
  const row = await rowAt(the, Math.floor(next() * ROWS));
  if (next() < 0.15) return undoOne(row, next);
  const detail = await readSegment(the.as("editor"), row.id);
  // Not by id: the same seed must do the same things.
  const nameOf = (one: OpenProposal) => `${one.authorName} ${one.targetText}`;
  const proposals = (detail.ok ? [...detail.value.proposals] : []).sort((a, b) =>
    nameOf(a) < nameOf(b) ? -1 : 1,
  );
  const open = pick(proposals, next);
  if (!open || next() < 0.35) {
    const by = pick<PersonName>(["translator", "translator2", "editor", "admin"], next) ?? "translator";
    const targetText = reworded(row.targetText, next);
    const made = await createProposal(the.as(by), {
      segmentId: row.id,
      baseRevisionId: row.revisionId,
      targetText,
      comment: "",
      reason: null,
      idempotencyKey: randomUUID(),
    });
    if (made.ok) said.add(targetText);
    return made.ok ? "proposed" : made.error.code;
  }
  return decide(open, row, next);
}

/** Takes back a decision on the row that somebody may take back. */
async function undoOne({ id }: Awaited<ReturnType<typeof rowAt>>, next: () => number): Promise<string> {
  const who = the.as(pick<PersonName>(["editor", "editor2", "admin"], next) ?? "editor");
  const detail = await readSegment(who, id);
  if (!detail.ok) return detail.error.code;
  const textOf = new Map(detail.value.decided.map((one) => [one.id, one.targetText]));
  const offered = detail.value.undoable
    .map(({ decisionId, kind, proposalId }) => ({
      decisionId,
      name: `${kind} ${proposalId && textOf.get(proposalId)}`,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const one = pick(offered, next);
  if (!one) return "nothing to undo";
  const undone = await undoDecision(who, { decisionId: one.decisionId });
  return undone.ok ? "undo" : undone.error.code;
}

async function decide(
  open: OpenProposal,
  row: Awaited<ReturnType<typeof rowAt>>,
  next: () => number,
): Promise<string> {
  const { id: proposalId, version, textHash, baseRevisionId } = open;
  const decision = { proposalId, seen: { version, textHash, baseRevisionId }, note: "So." };
  const editor = the.as(pick<PersonName>(["editor", "editor2"], next) ?? "editor");
  const author = the.as(open.authorName as PersonName);
  const targetText = reworded(next() < 0.5 ? open.targetText : row.targetText, next);
  const edit = { ...decision, currentRevisionId: row.revisionId, targetText };
  const hunks = proposalHunks(open.baseText, open.targetText, { locale: "en" }).hunks.filter(
    () => next() < 0.5,
  );
  const words = { targetText, comment: "", reason: null, baseRevisionId: row.revisionId };
  const acts: readonly (readonly [string, () => Promise<{ ok: boolean }>])[] = [
    ["accept", () => acceptProposal(editor, decision)],
    ["part", () => acceptPart(editor, { ...decision, hunks: hunks.map(({ id }) => id) })],
    ["part", () => acceptPart(editor, { ...decision, hunks: hunks.map(({ id }) => id) })],
    ["edit", () => editProposal(editor, edit)],
    ["revise", () => reviseProposal(author, { ...words, proposalId, version })],
    ["decline", () => declineProposal(editor, decision)],
    ["withdraw", () => withdrawProposal(author, { proposalId, version })],
  ];
  const [name, run] = pick(acts, next) ?? ["none", async () => ({ ok: false })];
  const { ok } = await run();
  if (ok && (name === "edit" || name === "revise")) said.add(targetText);
  return ok ? name : "refused";
}

it.each([1, 2, 3])(`loses no word of anybody in ${ACTS} acts on ${ROWS} rows (seed %i)`, async (seed) => {
  const next = random(seed);
  for (let done = 0; done < ACTS; done++) {
    const outcome = await act(next);
    tally[outcome] = (tally[outcome] ?? 0) + 1;
  }
  const { rows } = await the.db.pool.query<{ targetText: string }>(
    `SELECT "targetText" FROM "Proposal" UNION SELECT "targetText" FROM "ProposalVersion"
     UNION SELECT "targetText" FROM "Revision"`,
  );
  const kept = new Set(rows.map(({ targetText }) => targetText));
  expect([...said].filter((text) => !kept.has(text))).toEqual([]);
  expect(await brokenProposals(the)).toEqual([]);
  expect(await check(the.url)).toEqual([]);
});

it("did every kind of act", () => {
  for (const needed of ["proposed", "accept", "part", "edit", "revise", "undo"]) {
    expect(tally[needed], `${needed} in ${JSON.stringify(tally)}`).toBeGreaterThan(0);
  }
});
