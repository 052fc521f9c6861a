import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import schema from "@/lib/core/record/review-record.schema.json";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { readRecord } from "@/lib/services/record/read-record";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { propose } from "@/tests/support/acts";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
  await acceptProposal(the.as("editor"), await propose(the, "translator", 1, "It leaves at 3.40 p.m."));
  const twice = { ...DEFAULT_POLICY, approvals: 2 };
  await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy: twice });
  const { id: segmentId, revisionId, textHash } = await rowAt(the, 2);
  for (const by of ["editor", "editor2"] as const)
    await approveSegment(the.as(by), { segmentId, revisionId, textHash });
  await changePolicy(the.as("admin"), {
    projectId: the.projectId,
    seen: 1,
    policy: { ...DEFAULT_POLICY, fourEyes: false },
  });
  await acceptProposal(the.as("editor"), await propose(the, "editor", 3, "The roof is glass."));
  await publishTranslation(the.as("editor"), { translationId: the.translationId });
});
afterAll(() => the.close());

const recordFor = async (who: PersonName | null) => {
  const read = await readRecord(the.as(who), { slug: "der-zug-aus-triest", locale: "en" });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

it("says of every paragraph whose words it has, who approved it, and under which policy", async () => {
  const { paragraphs, policies, reviewedShare } = await recordFor("reader");
  const said = paragraphs.map(({ anchor, textHash, origin, contributors, approvals }) => ({
    anchor,
    textHash,
    origin,
    by: contributors?.map(({ name }) => name),
    approved: approvals.map(({ by, kind, ownWords, policy }) => [by.name, kind, ownWords, policy]),
  }));
  const machine = { origin: "mt", by: [] };
  expect(said).toEqual([
    { anchor: "p-1", textHash: sha256("The train from Trieste"), ...machine, approved: [] },
    {
      anchor: "p-2",
      textHash: sha256("It leaves at 3.40 p.m."),
      origin: "human",
      by: ["translator"],
      approved: [["editor", "accept", false, 0]],
    },
    {
      anchor: "p-3",
      textHash: sha256("Nobody has ever missed it."),
      ...machine,
      approved: expect.arrayContaining([
        ["editor", "approve", false, 1],
        ["editor2", "approve", false, 1],
      ]),
    },
    {
      anchor: "p-4",
      textHash: sha256("The roof is glass."),
      origin: "human",
      by: ["editor"],
      approved: [["editor", "accept", true, 2]],
    },
  ]);
  expect(policies.map(({ number, fourEyes, approvals }) => [number, fourEyes, approvals])).toEqual([
    [0, true, 1],
    [1, true, 2],
    [2, false, 1],
  ]);
  expect(reviewedShare).toBe(0.75);
});

it("is as the published schema says, and the schema refuses what is not", async () => {
  const { $id: _id, ...rest } = schema;
  const described = z.fromJSONSchema(rest as Parameters<typeof z.fromJSONSchema>[0]);
  const open = JSON.parse(JSON.stringify(await recordFor(null)));
  expect(described.safeParse(open).error).toBeUndefined();
  const record = JSON.parse(JSON.stringify(await recordFor("reader")));
  expect(described.safeParse(record).error).toBeUndefined();
  const { publication } = record;
  const renamed = { ...record, publication: { ...publication, publisher: { id: "Johanna", name: null } } };
  expect(described.safeParse(renamed).success).toBe(false);
  expect(described.safeParse({ ...record, more: 1 }).success).toBe(false);
  expect(described.safeParse({ ...record, paragraphs: [{ anchor: "p-1" }] }).success).toBe(false);
});

it("says who wrote only to people who may read the project", async () => {
  const { paragraphs } = await recordFor("reader");
  expect(paragraphs[1]?.contributors).toEqual([{ id: the.people.translator, name: "translator" }]);
  expect(paragraphs[1]?.approvals[0]?.by).toEqual({ id: the.people.editor, name: "editor" });
});

it.each(["stranger", null] as const)(
  "gives %s nothing by which a writer could be recognised",
  async (who) => {
    const record = await recordFor(who);
    const text = JSON.stringify(record);
    for (const id of Object.values(the.people)) expect(text).not.toContain(id);
    const [, left, , right] = record.paragraphs;
    expect(left?.contributors).toEqual([
      { id: expect.stringMatching(/^contributor-[0-9a-f]{16}$/), name: null },
    ]);
    const approver = left?.approvals[0]?.by;
    expect(approver).toEqual({ id: expect.stringMatching(/^approver-[0-9a-f]{16}$/), name: "editor" });
    expect(record.publication.publisher).toMatchObject({ name: "editor" });
    // the editor wrote in the last paragraph: as a writer they are somebody else than as an approver or a publisher
    const digits = (id: string | undefined) => id?.split("-")[1];
    const writer = digits(right?.contributors?.[0]?.id);
    expect(writer).not.toBe(digits(left?.contributors?.[0]?.id));
    expect(writer).not.toBe(digits(approver?.id));
    expect(writer).not.toBe(digits(record.publication.publisher.id));
    expect(right?.approvals[0]?.by.id).toBe(approver?.id);
  },
);

it("calls the same people otherwise in the record of the next publication", async () => {
  const named = async () =>
    new Set(
      (await recordFor(null)).paragraphs.flatMap(({ contributors, approvals }) => [
        ...(contributors ?? []).map(({ id }) => id),
        ...approvals.map(({ by }) => by.id),
      ]),
    );
  const before = await named();
  expect(await named()).toEqual(before);
  await publishTranslation(the.as("editor"), { translationId: the.translationId });
  const after = await named();
  expect(after.size).toBe(before.size);
  expect([...after].filter((id) => before.has(id))).toEqual([]);
});

it("names the event that binds to the publication", async () => {
  const { publication } = await recordFor(null);
  const event = await the.db.prisma.event.findFirstOrThrow({
    where: { type: "translation.published" },
    orderBy: { sequence: "desc" },
    include: { seal: true },
  });
  expect(publication.seal).toEqual({
    snapshotHash: (event.payload as { snapshotHash: string }).snapshotHash,
    chain: the.projectId,
    place: Number(event.seal?.number),
    hash: event.seal?.hash,
  });
});

it("is not to be had of what is not published", async () => {
  expect(await readRecord(the.as("admin"), { slug: "der-zug-aus-triest", locale: "fr" })).toMatchObject({
    ok: false,
  });
});
