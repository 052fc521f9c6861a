import { afterAll, beforeEach, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { checkers, countedWords } from "@/lib/core/publication/making";
import { repairAlignment } from "@/lib/services/alignment/repair-alignment";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { readArticle } from "@/lib/services/publications/read-articles";
import { readChanges, readVersion } from "@/lib/services/publications/read-versions";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { propose, seen } from "@/tests/support/acts";
import { RACE_ROUNDS } from "@/tests/support/race-rounds";
import { acceptTogether, filed, SLUG } from "@/tests/support/reports";
import { NOW, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeEach(async () => {
  await the?.close();
  the = await scenario();
});
afterAll(() => the.close());

const publish = (note = "") =>
  publishTranslation(the.as("editor"), { translationId: the.translationId, note });
const withdraw = () => withdrawPublication(the.as("editor"), { translationId: the.translationId });
const correct = async (index: number, text: string) =>
  acceptProposal(the.as("editor"), await propose(the, "translator", index, text));
const changes = async () => {
  const read = await readChanges(the, { slug: SLUG, locale: "en" });
  return read.ok ? read.value.changes : read.error.code;
};
const version = async (number: string, locale = "en") => {
  const read = await readVersion(the, { slug: SLUG, locale, number });
  return read.ok
    ? { isCurrent: read.value.isCurrent, text: read.value.article.snapshot.segments[1]?.target[0]?.text }
    : read.error.code;
};
const snapshot = async () => {
  const read = await readArticle(the, { slug: SLUG, locale: "en" });
  if (!read.ok) throw new Error(read.error.code);
  return read.value.snapshot;
};

it("lists what later publications changed, word for word, the latest first, with the editor's note", async () => {
  await publish();
  await correct(1, "It departs at 3.40 p.m.");
  await publish(" The time was not English. ");
  const row = await rowAt(the, 3);
  const look = { segmentId: row.id, revisionId: row.revisionId, textHash: row.textHash };
  await approveSegment(the.as("editor"), look);
  await publish();
  const told = await changes();
  expect(told).toMatchObject([
    { number: 3, note: "", passages: [], reviewedBefore: 0.25, reviewedShare: 0.5 },
    {
      number: 2,
      publisherName: "editor",
      note: "The time was not English.",
      passages: [{ anchor: "p-2", before: "It departs at 15.40 clock.", after: "It departs at 3.40 p.m." }],
    },
    { number: 1, note: "", passages: null },
  ]);
  // the article tells of the last change of its words, not of the publication that only adds an approval
  expect((await snapshot()).history).toEqual({
    firstNumber: 1,
    firstPublishedAt: NOW.toISOString(),
    corrections: [{ number: 2, at: NOW.toISOString(), passages: 1, note: "The time was not English." }],
  });
});

it("keeps earlier versions readable as they were, and the current one where it is", async () => {
  await publish();
  await correct(1, "It departs at 3.40 p.m.");
  await publish();
  expect(await version("1")).toEqual({ isCurrent: false, text: "It departs at 15.40 clock." });
  expect(await version("2")).toEqual({ isCurrent: true, text: "It departs at 3.40 p.m." });
  for (const number of ["0", "3", "-1", "1.0", "01", "1e0", "9".repeat(30), "", "x", "1; DROP"])
    expect(await version(number), number).toBe("not-found");
  expect(await version("1", "de")).toBe("not-found");
});

it("shows nothing of what was published before a withdrawal, also when it is published again", async () => {
  await publish();
  await correct(1, "It departs at 3.40 p.m.");
  await publish();
  await withdraw();
  expect([await version("1"), await version("2"), await changes()]).toEqual(Array(3).fill("not-found"));
  await correct(2, "Nobody ever missed it.");
  await publish();
  expect([await version("1"), await version("2")]).toEqual(["not-found", "not-found"]);
  expect(await version("3")).toMatchObject({ isCurrent: true });
  expect(await changes()).toMatchObject([{ number: 3, passages: null }]);
  expect(JSON.stringify(await changes())).not.toContain("15.40 clock");
});

it("calls a repair of the alignment that leaves the words alone no change", async () => {
  await publish();
  const row = await rowAt(the, 1);
  const joined = await repairAlignment(the.as("editor"), {
    translationId: the.translationId,
    version: 1,
    operation: { kind: "join", segmentId: row.id, with: "next" },
  });
  expect(joined).toMatchObject({ ok: true });
  await publish();
  expect(await changes()).toMatchObject([{ number: 2, passages: [] }, { number: 1 }]);
});

it("stores with the publication who checked it, whose words they are, and under which rule", async () => {
  await correct(1, "It departs at 3.40 p.m.");
  await publish();
  const first = await snapshot();
  expect(first.making).toEqual({
    importedAt: NOW.toISOString(),
    policy: DEFAULT_POLICY,
    writers: 1,
    contributors: [{ name: "translator", words: 3 }],
    readerProposals: 0,
    ownApprovals: 0,
  });
  expect(first.segments.map(({ words }) => words)).toEqual([
    { human: 0, all: 4 },
    { human: 3, all: 6 },
    { human: 0, all: 5 },
    { human: 0, all: 6 },
  ]);
  expect(countedWords(first.segments)).toEqual({ human: 3, all: 21 });
  expect(checkers(first.segments)).toEqual([
    { name: "editor", paragraphs: 1, from: NOW.toISOString(), to: NOW.toISOString() },
  ]);

  const { token } = await filed(the, null, { passage: "made of glass", anchor: "p-4", wording: "glass" });
  expect(token).toBeTruthy();
  const { rows } = await the.db.pool.query(`SELECT "id" FROM "Proposal" WHERE "origin" = 'reader'`);
  await acceptTogether(the, await seen(the, 3, rows[0].id));
  await changePolicy(the.as("admin"), {
    projectId: the.projectId,
    seen: 0,
    policy: { ...DEFAULT_POLICY, fourEyes: false },
  });
  await acceptProposal(the.as("editor"), await propose(the, "editor", 0, "Triest's train"));
  await publish();
  expect((await snapshot()).making).toMatchObject({
    policy: { fourEyes: false },
    writers: 3,
    contributors: expect.arrayContaining([{ name: "translator", words: 3 }]),
    readerProposals: 1,
    ownApprovals: 1,
  });
  const { making, segments } = await snapshot();
  const credited = making?.contributors ?? [];
  // the reader took words away and brought none
  expect(credited.map(({ name }) => name).toSorted()).toEqual(["editor", "translator"]);
  expect(credited.reduce((sum, { words }) => sum + words, 0)).toBe(countedWords(segments)?.human);
  // what was published before stays as it was
  const before = await readVersion(the, { slug: SLUG, locale: "en", number: "1" });
  expect(before.ok && before.value.article.snapshot).toEqual(first);
});

it("refuses a note that is too long or cannot be stored, and publishes nothing then", async () => {
  expect(await publish("x".repeat(501))).toEqual({ ok: false, error: { code: "too-long", field: "note" } });
  expect(await publish("a\0b")).toEqual({ ok: false, error: { code: "nul", field: "note" } });
  expect(await readArticle(the, { slug: SLUG, locale: "en" })).toMatchObject({ ok: false });
});

it("tells one unbroken history when several people publish and correct at once", async () => {
  await publish();
  const rounds = Math.ceil(RACE_ROUNDS / 20);
  for (let round = 0; round < rounds; round++) {
    const proposal = await propose(the, "translator", 1, `It departs at ${round} p.m.`);
    await Promise.all([
      acceptProposal(the.as("editor"), proposal),
      publish(`${round} a`),
      publish(`${round} b`),
    ]);
  }
  await publish();
  const { history, number } = await snapshot();
  expect(number).toBe(2 + 2 * rounds);
  const told = await changes();
  if (typeof told === "string") throw new Error(told);
  expect(told.map((change) => change.number)).toEqual(
    Array.from({ length: 2 + 2 * rounds }, (_, at) => 2 + 2 * rounds - at),
  );
  for (const { number: of, passages, note } of told.filter(
    (change) => change.passages?.length || change.note,
  )) {
    const entry = history?.corrections.find((one) => one.number === of);
    expect(entry).toMatchObject({ passages: passages?.length ?? 0, note });
  }
  expect(told.flatMap(({ passages }) => passages ?? [])).toHaveLength(rounds);
});

it("lists twenty publications at once, each compared with the one before, and says where the others are", async () => {
  const last = 23;
  for (let number = 1; number <= last; number++) expect((await publish(`note ${number}`)).ok).toBe(true);
  const list = async (before?: string) => {
    const read = await readChanges(the, { slug: SLUG, locale: "en", before });
    if (!read.ok) return read.error.code;
    const { changes: told, current, older, newer } = read.value;
    const [newest, oldest] = [told[0], told.at(-1)];
    return {
      from: newest?.number,
      to: oldest?.number,
      isFirst: oldest?.passages === null,
      current,
      older,
      newer,
    };
  };
  expect(await list()).toEqual({ from: 23, to: 4, isFirst: false, current: last, older: 4, newer: null });
  expect(await list("4")).toEqual({ from: 3, to: 1, isFirst: true, current: last, older: null, newer: 24 });
  expect(await list("24")).toEqual({ from: 23, to: 4, isFirst: false, current: last, older: 4, newer: null });
  expect(await list("12")).toEqual({ from: 11, to: 1, isFirst: true, current: last, older: null, newer: 24 });
  for (const none of ["1", "25", "0", "-3", "x", "4.5", ""]) expect(await list(none), none).toBe("not-found");
});
