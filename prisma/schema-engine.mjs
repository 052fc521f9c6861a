// Prisma publishes its schema engine as WebAssembly on npm; the native one is a download that this project does
// without. This drives the wasm build over the pg driver adapter, for authoring migrations and for the drift test.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";

const prismaDir = import.meta.dirname;
const require = createRequire(import.meta.url);
const filters = { externalTables: [], externalEnums: [] };

/** Every `*.prisma` file of `dir`, in a stable order. */
export function schemaFiles(dir = prismaDir) {
  return readdirSync(dir, { recursive: true })
    .filter((file) => file.endsWith(".prisma"))
    .sort()
    .map((file) => ({
      path: path.join("prisma", file),
      content: readFileSync(path.join(dir, file), "utf8"),
    }));
}

/** The migration folders in the shape that the engine wants. */
export function migrationsList(dir = path.join(prismaDir, "migrations")) {
  const folders = existsSync(dir) ? readdirSync(dir, { withFileTypes: true }) : [];
  return {
    baseDir: dir,
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    migrationDirectories: folders
      .filter((entry) => entry.isDirectory() && existsSync(path.join(dir, entry.name, "migration.sql")))
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(path.join(dir, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

const CHAR = 18;
const TEXT = 25;

// adapter-pg falls short of what introspection needs: it has no mapping for PostgreSQL's "char" (oid 18), and it
// cuts scripts at every semicolon, also inside $$ bodies.
function completed(connection) {
  const charColumns = new WeakMap();
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  connection.performIO = async (query) => {
    const result = await performIO(query);
    const isChar = result.fields.map((field) => field.dataTypeID === CHAR);
    charColumns.set(query, isChar);
    for (const [index, field] of result.fields.entries()) if (isChar[index]) field.dataTypeID = TEXT;
    return result;
  };
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const isChar = charColumns.get(query) ?? [];
    result.columnTypes = result.columnTypes.map((type, index) =>
      isChar[index] ? ColumnTypeEnum.Character : type,
    );
    return result;
  };
  connection.executeScript = async (script) => void (await connection.underlyingDriver().query(script));
  return connection;
}

let gluePromise;
async function loadGlue() {
  let panic = "";
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message) => {
      panic = message;
    },
    get: () => panic,
  };
  const dir = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(dir, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

// The engine connects as soon as it is made; a diff from nothing asks no more than the version.
const unconnected = {
  provider: "postgres",
  adapterName: "@prisma/adapter-pg",
  connect: async () => ({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    queryRaw: async ({ sql }) => {
      if (!sql.includes("server_version_num"))
        throw new Error(`A diff from nothing asked the database: ${sql}`);
      return {
        columnNames: ["exists", "version", "numeric_version"],
        columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
        rows: [[true, "PostgreSQL 15.0", 150000]],
      };
    },
    dispose: async () => {},
  }),
  connectToShadowDb: async () => unconnected.connect(),
};

async function diff(files, from, factory) {
  gluePromise ??= loadGlue();
  const glue = await gluePromise;
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await glue.SchemaEngine.new(
    { datamodels: files.map((file) => [file.path, file.content]) },
    () => {},
    adapter,
  );
  try {
    const answer = await engine.diff({
      from,
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters,
    });
    return { empty: answer.exitCode === 0, sql: answer.stdout ?? "" };
  } catch (error) {
    const panic = globalThis.PRISMA_WASM_PANIC_REGISTRY.get?.();
    throw new Error(panic || error?.message || String(error), { cause: error });
  }
}

/** The SQL that makes the whole schema in an empty database. Opens no connection. */
export async function schemaSql(files = schemaFiles()) {
  const { sql } = await diff(files, { tag: "empty" }, unconnected);
  return sql;
}

/**
 * The SQL that leads from the migrations to the schema, and whether there is none.
 * `emptyDatabaseUrl` must be a freshly created, empty database: the migrations are applied in it.
 */
export async function driftSql(emptyDatabaseUrl, files = schemaFiles(), migrations = migrationsList()) {
  const adapter = new PrismaPg({ connectionString: emptyDatabaseUrl });
  const open = [];
  const connect = async () => {
    const connection = completed(await adapter.connect());
    open.push(connection);
    return connection;
  };
  // adapter-pg creates a shadow database and then, given a connection string, works on the main one all the same:
  // the caller's empty database is the shadow database.
  const { provider, adapterName } = adapter;
  const factory = { provider, adapterName, connect, connectToShadowDb: connect };
  try {
    return await diff(files, { tag: "migrations", ...migrations }, factory);
  } finally {
    for (const connection of open) if (!connection.underlyingDriver().ended) await connection.dispose();
  }
}
