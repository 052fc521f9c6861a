import { type Database, inTransaction } from "@/lib/db/client";
import { appendProject, setMember } from "@/lib/db/projects";
import { appendUser } from "@/lib/db/users";
import { saveBitext } from "@/lib/services/translations/save-bitext";
import { random } from "../../support/random";

const GERMAN =
  "der Zug fährt am Abend über die alte Brücke und niemand in der Stadt weiß warum das Wasser dort nie gefriert obwohl der Winter lang ist".split(
    " ",
  );
const ENGLISH =
  "the train crosses the old bridge in the evening and nobody in town knows why the water never freezes there although winter is long".split(
    " ",
  );

export type Pair = readonly [source: string, target: string];

/** Paragraphs of 12 to 140 words on either side, the same in every run. */
export function syntheticPairs(count: number): readonly Pair[] {
  const next = random(4711);
  const paragraph = (words: readonly string[], length: number): string => {
    const picked = Array.from({ length }, () => words[Math.floor(next() * words.length)] ?? "");
    return `${picked.join(" ").replace(/^./, (first) => first.toUpperCase())}.`;
  };
  return Array.from({ length: count }, () => {
    const length = 12 + Math.floor(next() ** 2 * 128);
    return [paragraph(GERMAN, length), paragraph(ENGLISH, Math.max(8, length - 3))] as const;
  });
}

/** Stores the pairs as a translation, one row each; who may translate it. */
export async function storePairs(db: Database, pairs: readonly Pair[]) {
  const at = new Date();
  const person = (name: string) =>
    appendUser(db.pool, {
      email: `${name}@example.org`,
      displayName: name,
      passwordHash: null,
      isAdmin: false,
      at,
    });
  const [importer, translator] = [await person("importer"), await person("translator")];
  const projectId = await appendProject(db.pool, { slug: "bench", name: "Bench", at });
  await setMember(db.pool, projectId, importer, "admin", at);
  await setMember(db.pool, projectId, translator, "translator", at);
  const side = (texts: readonly string[]) => ({
    paragraphs: texts.map((text) => ({ kind: "paragraph" as const, level: 0, text })),
    codes: [],
  });
  const beads = pairs.map((_, at) => ({
    sourceFrom: at,
    sourceTo: at + 1,
    targetFrom: at,
    targetTo: at + 1,
    confidence: 1,
  }));
  const bitext = {
    projectId,
    settings: { title: "Bench", sourceLocale: "de", targetLocale: "en", mtEngine: "" },
    source: side(pairs.map(([source]) => source)),
    target: side(pairs.map(([, target]) => target)),
    beads,
    existing: null,
  };
  const { translationId } = await inTransaction(db, (tx) => saveBitext(tx, bitext, importer, at));
  await db.pool.query("ANALYZE");
  return { translationId, translator };
}
