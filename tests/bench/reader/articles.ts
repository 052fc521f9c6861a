import pg from "pg";
import type { Database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/client";
import { appendProject, setMember } from "@/lib/db/projects";
import { appendUser } from "@/lib/db/users";
import type { ServiceContext } from "@/lib/services/context";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { saveBitext } from "@/lib/services/translations/save-bitext";
import { pairedTexts } from "@/tests/support/paired-texts";
import type { Pair } from "../workbench/bitext";

/** Tells the articles of a bench from the sample's. */
export const BENCH_ENGINE = "Probe";

/** Publishes one article of these pairs; publishes it anew when asked. */
export async function publishedArticle(db: Database, pairs: readonly Pair[]) {
  const at = new Date();
  const userId = await appendUser(db.pool, {
    email: "bench@example.org",
    displayName: "Bench",
    passwordHash: null,
    isAdmin: false,
    at,
  });
  const projectId = await appendProject(db.pool, { slug: "bench", name: "Bench", at });
  await setMember(db.pool, projectId, userId, "admin", at);
  const settings = { title: "Bench", sourceLocale: "de", targetLocale: "en", mtEngine: BENCH_ENGINE };
  const { translationId } = await inTransaction(db, (tx) =>
    saveBitext(tx, { projectId, settings, ...pairedTexts(pairs), existing: null }, userId, at),
  );
  const ctx: ServiceContext = { actor: { kind: "user", userId, isAdmin: false }, db, now: () => new Date() };
  const publish = async () => {
    const done = await publishTranslation(ctx, { translationId });
    if (!done.ok) throw new Error(`cannot publish: ${done.error.code}`);
    return done.value.slug;
  };
  return { slug: await publish(), translationId, publish };
}

/** More articles like this one, without telling anybody. */
export async function copyArticle(adminUrl: string, slug: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  try {
    await client.connect();
    await client.query("SET session_replication_role = replica");
    const columns = async (table: string, left: readonly string[]) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT column_name AS "name" FROM information_schema.columns WHERE table_name = $1 AND table_schema = 'public'
         AND is_generated = 'NEVER' AND NOT column_name = ANY ($2) ORDER BY 1`,
        [table, left],
      );
      return rows.map(({ name }) => `"${name}"`);
    };
    const document = await columns("Document", ["id", "slug"]);
    const translation = await columns("Translation", ["id", "documentId", "publicationId"]);
    const publication = await columns("Publication", ["id", "translationId", "snapshot"]);
    const of = (alias: string, names: readonly string[]) =>
      names.map((name) => `${alias}.${name}`).join(", ");
    await client.query(
      `CREATE TEMP TABLE copy AS SELECT n, gen_random_uuid() AS d, gen_random_uuid() AS t, gen_random_uuid() AS p
       FROM generate_series(1, $1::int) n`,
      [count],
    );
    await client.query(
      `INSERT INTO "Document" ("id", "slug", ${document}) SELECT c.d, o."slug" || '-' || c.n, ${of("o", document)}
       FROM copy c, "Document" o WHERE o."slug" = $1`,
      [slug],
    );
    await client.query(
      `INSERT INTO "Translation" ("id", "documentId", "publicationId", ${translation})
       SELECT c.t, c.d, c.p, ${of("o", translation)} FROM copy c, "Translation" o
       JOIN "Document" x ON x."id" = o."documentId" WHERE x."slug" = $1`,
      [slug],
    );
    await client.query(
      `INSERT INTO "Publication" ("id", "translationId", "snapshot", ${publication})
       SELECT c.p, c.t, jsonb_set(o."snapshot", '{slug}', to_jsonb($1 || '-' || c.n)), ${of("o", publication)}
       FROM copy c, "Publication" o JOIN "Translation" t ON t."publicationId" = o."id"
       JOIN "Document" x ON x."id" = t."documentId" WHERE x."slug" = $1`,
      [slug],
    );
    await client.query(`INSERT INTO "PublicationClock" SELECT $1 || '-' || n, 1 FROM copy`, [slug]);
    await client.query("DROP TABLE copy");
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

/** Gives every row of a translation this many earlier texts. */
export async function growHistory(adminUrl: string, translationId: string, count: number): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  try {
    await client.connect();
    await client.query("SET session_replication_role = replica");
    const { rows } = await client.query<{ name: string }>(
      `SELECT '"' || column_name || '"' AS "name" FROM information_schema.columns WHERE table_name = 'Revision'
       AND table_schema = 'public' AND is_generated = 'NEVER' AND NOT column_name IN ('id', 'number', 'parentId', 'proposalId')`,
    );
    const names = rows.map(({ name }) => name);
    const { rowCount } = await client.query(
      `INSERT INTO "Revision" ("id", "number", ${names}) SELECT gen_random_uuid(), r."number" + n, ${names.map((name) => `r.${name}`)}
       FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId", generate_series(1, $2::int) n
       WHERE s."translationId" = $1`,
      [translationId, count],
    );
    await client.query("ANALYZE");
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
