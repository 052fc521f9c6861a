import path from "node:path";
import { defineConfig } from "prisma/config";

const here = import.meta.dirname;

// Only `generate`, `validate` and `format` are run through Prisma's own command, and they open no database.
export default defineConfig({
  schema: here,
  migrations: { path: path.join(here, "migrations") },
});
