import { afterEach, expect, it } from "vitest";
import { driftSql, migrationsList, schemaFiles } from "@/prisma/schema-engine.mjs";
import { emptyDatabase, type TestDatabase } from "../../support/database";

let database: TestDatabase;
afterEach(() => database.drop());

it("leads from the migrations exactly to the schema", async () => {
  database = await emptyDatabase();
  const { sql, empty } = await driftSql(database.url);
  expect(sql.trim()).toBe("-- This is an empty migration.");
  expect(empty).toBe(true);
});

it("sees a field that no migration adds", async () => {
  database = await emptyDatabase();
  const files = [
    ...schemaFiles(),
    { path: "prisma/extra.prisma", content: "model Extra {\n  id Int @id\n}\n" },
  ];
  const { sql, empty } = await driftSql(database.url, files);
  expect(empty).toBe(false);
  expect(sql).toContain('CREATE TABLE "Extra"');
});

it("sees a table that the schema does not know", async () => {
  database = await emptyDatabase();
  const migrations = migrationsList();
  migrations.migrationDirectories.push({
    path: "99999999999999_extra",
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok", value: "CREATE TABLE extra (id int PRIMARY KEY);" },
    },
  });
  const { sql, empty } = await driftSql(database.url, schemaFiles(), migrations);
  expect(empty).toBe(false);
  expect(sql).toContain('DROP TABLE "extra"');
});
