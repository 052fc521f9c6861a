import { afterAll, beforeAll, expect, it } from "vitest";
import type { Queryable } from "@/lib/db/client";
import { listDocuments } from "@/lib/services/documents/list-documents";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishIn, publishTranslation } from "@/lib/services/publications/publish-translation";
import { readArticle } from "@/lib/services/publications/read-articles";
import { propose } from "@/tests/support/acts";
import { type Scenario, scenario } from "@/tests/support/scenario";

const ROUNDS = 20;

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
});
afterAll(() => the.close());

const publish = () =>
  publishTranslation({ ...the.as("editor"), now: () => new Date() }, { translationId: the.translationId });

const published = async () => {
  const article = await readArticle(the, { slug: "der-zug-aus-triest", locale: "en" });
  return article.ok ? article.value.snapshot.segments[0]?.target[0]?.text : null;
};

it("never lets a publication that read earlier take the place of one that read later", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const decision = await propose(the, "translator", 0, `The train, round ${round}`);
    const early = [publish(), publish(), publish()];
    const decided = acceptProposal(the.as("editor"), decision).then(async (accepted) => {
      expect(accepted.ok).toBe(true);
      return publish();
    });
    const last = await decided;
    await Promise.all(early);
    expect(last.ok).toBe(true);
    expect(await published(), `round ${round}`).toBe(`The train, round ${round}`);
  }
});

it("takes what was decided while a publisher waited into the publication", async () => {
  const decision = await propose(the, "translator", 0, "The train that came late");
  const holder = await the.db.pool.connect();
  await holder.query("BEGIN");
  await holder.query(`SELECT FROM "Translation" WHERE "id" = $1 FOR UPDATE`, [the.translationId]);
  const waiting = publish();
  expect((await acceptProposal({ ...the.as("editor"), now: () => new Date() }, decision)).ok).toBe(true);
  await holder.query("COMMIT");
  holder.release();
  expect((await waiting).ok).toBe(true);
  expect(await published()).toBe("The train that came late");
  const listed = await listDocuments(the.as("editor"));
  const translation = listed.ok ? listed.value.documents[0]?.translations[0] : undefined;
  expect(translation).toMatchObject({ published: true, changedSincePublication: false });
});

/** What the publication shown now says of its words and its makers. */
const counted = async () => {
  const article = await readArticle(the, { slug: "der-zug-aus-triest", locale: "en" });
  if (!article.ok) throw new Error(article.error.code);
  const { segments, making } = article.value.snapshot;
  return { words: segments.map(({ words }) => words), making };
};

/** Publishes, and does something else as soon as the texts have been read and before their history is. */
const publishInterrupted = async (act: () => Promise<void>) => {
  const granted = { userId: the.people.editor, projectId: the.projectId, role: "editor" } as const;
  const client = await the.db.pool.connect();
  let interruptions = 0;
  const tx: Queryable = {
    query: async (...asked) => {
      const answer = await client.query(...(asked as [string, unknown[]]));
      const statement = typeof asked[0] === "string" ? asked[0] : asked[0].text;
      if (statement.includes("revision_approvals") && statement.includes('AS "sources"')) {
        interruptions++;
        await act();
      }
      return answer as never;
    },
  };
  try {
    await client.query("BEGIN");
    const published = await publishIn(tx, the.translationId, granted, () => new Date());
    await client.query("COMMIT");
    expect(published.ok).toBe(true);
  } finally {
    client.release();
  }
  expect(interruptions).toBe(1);
};

it("counts the words of the texts that it publishes, whatever is decided while it counts", async () => {
  for (const [round, text] of [
    "The train out of Trieste",
    "A train",
    "Trieste, and its night train",
  ].entries()) {
    const decision = await propose(the, "translator2", 0, text);
    expect((await publish()).ok).toBe(true);
    const quiet = await counted();
    expect(quiet.words.every((words) => words && words.all > 0)).toBe(true);
    await publishInterrupted(async () => {
      const accepted = await acceptProposal({ ...the.as("editor2"), now: () => new Date() }, decision);
      expect(accepted.ok).toBe(true);
    });
    expect(await counted(), `round ${round}`).toEqual(quiet);
  }
  await publish();
  // "train" was the machine's, all along
  expect((await counted()).words[0]).toEqual({ human: 4, all: 5 });
});
