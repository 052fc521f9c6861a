import { afterAll, beforeAll, expect, it } from "vitest";
import { listDocuments } from "@/lib/services/documents/list-documents";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
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
