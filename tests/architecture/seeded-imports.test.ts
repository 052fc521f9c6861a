import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const rulesFile = path.join(root, "tests/architecture/dependency-rules.cjs");
const require = createRequire(import.meta.url);
const rules = (require(rulesFile) as { forbidden: { name: string }[] }).forbidden.map((rule) => rule.name);

/** What the seeded files import; each is empty but for an export. */
const MODULES = [
  "app/_actions/act.ts",
  "app/_features/bitext/grid.tsx",
  "app/_loaders/load.ts",
  "app/_ui/button.tsx",
  "app/[locale]/(reader)/card.tsx",
  "lib/auth/actor.ts",
  "lib/core/shared/result.ts",
  "lib/db/client.ts",
  "lib/db/segments.ts",
  "lib/files/limits.ts",
  "lib/files/read.ts",
  "lib/services/segments/list.ts",
  "tests/support/seed.ts",
];
const PACKAGES = ["@prisma/client", "diff", "next", "parse5", "pg", "react", "react-dom", "zod"];

/** Rule, file, and an import that the rule must refuse there. */
const BAD: readonly [rule: string, file: string, statement: string][] = [
  ["core-imports-core-only", "lib/core/a1.ts", 'import "zod";'],
  ["core-imports-core-only", "lib/core/a2.ts", 'import "node:fs";'],
  ["core-imports-core-only", "lib/core/a3.ts", 'import "@/lib/db/segments";'],
  ["core-imports-core-only", "lib/core/a4.ts", 'import "parse5";'],
  ["formats-import-core-and-parsers-only", "lib/core/interchange/a1.ts", 'import "node:path";'],
  ["formats-import-core-and-parsers-only", "lib/core/interchange/a2.ts", 'import "react";'],
  ["core-knows-no-type-from-outside", "lib/core/b1.ts", 'import type { x } from "@/lib/db/segments";'],
  ["no-circles", "lib/files/c1.ts", 'import { x } from "./c2"; export const y = x;'],
  [
    "pages-go-through-loaders-and-actions",
    "app/[locale]/d1/page.tsx",
    'import "@/lib/services/segments/list";',
  ],
  ["pages-go-through-loaders-and-actions", "app/[locale]/d2/page.tsx", 'import "@/lib/auth/actor";'],
  ["pages-go-through-loaders-and-actions", "app/[locale]/d3/form.tsx", 'import "@/lib/files/read";'],
  ["features-know-no-service", "app/_features/bitext/e1.tsx", 'import "@/lib/services/segments/list";'],
  ["ui-knows-no-domain", "app/_ui/f1.tsx", 'import "@/lib/core/shared/result";'],
  ["ui-knows-no-domain", "app/_ui/f2.tsx", 'import type { x } from "@/lib/core/shared/result";'],
  ["ui-knows-no-domain", "app/_ui/f3.tsx", 'import "@/app/_features/bitext/grid";'],
  ["app-does-not-query", "app/_actions/g1.ts", 'import "@/lib/db/segments";'],
  ["app-does-not-query", "app/_loaders/g2.ts", 'import "@/lib/db/client";'],
  ["app-does-not-query", "app/api/g3/route.ts", 'import type { x } from "@/lib/db/segments";'],
  ["actions-render-nothing", "app/_actions/h1.ts", 'import "@/app/_features/bitext/grid";'],
  ["actions-render-nothing", "app/_loaders/h2.ts", 'import "@/app/[locale]/(reader)/card";'],
  ["services-know-no-framework", "lib/services/i1.ts", 'import "next";'],
  ["services-know-no-framework", "lib/services/i2.ts", 'import "react";'],
  ["services-know-no-framework", "lib/services/i3.ts", 'import type { x } from "@/app/_actions/act";'],
  ["db-takes-no-decision", "lib/db/j1.ts", 'import "@/lib/services/segments/list";'],
  ["only-db-knows-the-driver", "lib/services/k1.ts", 'import "pg";'],
  ["only-db-knows-the-driver", "lib/auth/k2.ts", 'import "@prisma/client";'],
  ["only-db-knows-the-driver", "app/_loaders/k3.ts", 'import type { x } from "pg";'],
  ["lib-knows-no-app", "lib/files/l1.ts", 'import "@/app/_loaders/load";'],
  ["nothing-imports-tests", "app/_loaders/m1.ts", 'import "@/tests/support/seed";'],
  ["nothing-imports-tests", "lib/core/m2.ts", 'import "@/tests/support/seed";'],
  ["everything-resolves", "lib/files/n1.ts", 'import "./nowhere";'],
];

/** Imports that look similar and are right. */
const GOOD: readonly [file: string, statement: string][] = [
  ["lib/core/z1.ts", 'import "diff"; import "./shared/result";'],
  ["lib/core/interchange/z1.ts", 'import "parse5"; import "../shared/result";'],
  [
    "app/[locale]/z/page.tsx",
    'import "@/app/_loaders/load"; import "@/app/_actions/act"; import "@/app/_ui/button";',
  ],
  [
    "app/[locale]/z/view.tsx",
    'import type { x } from "@/lib/core/shared/result"; import "@/app/_features/bitext/grid";',
  ],
  ["app/[locale]/z/form.tsx", 'import "@/lib/files/limits";'],
  ["app/_actions/z1.ts", 'import "@/lib/services/segments/list"; import "@/lib/auth/actor";'],
  [
    "app/_features/bitext/z1.tsx",
    'import "@/lib/core/shared/result"; import "@/app/_ui/button"; import "react";',
  ],
  ["lib/services/z1.ts", 'import "@/lib/db/segments"; import "@/lib/core/shared/result"; import "zod";'],
  [
    "lib/db/z1.ts",
    'import "pg"; import "@prisma/client"; import "@/lib/core/shared/result"; import "node:fs";',
  ],
  [
    "tests/integration/z.test.ts",
    'import "pg"; import "@/lib/services/segments/list"; import "../support/seed";',
  ],
  // types are gone at run time: such a circle is none
  ["lib/files/z1.ts", 'import type { y } from "./z2"; export const z = 1 as unknown as y;'],
  ["lib/files/z2.ts", 'import { z } from "./z1"; export type y = number; export const w = z;'],
];

let fixture: string;
let found: { rule: string; from: string }[];

beforeAll(() => {
  fixture = realpathSync(mkdtempSync(path.join(os.tmpdir(), "gegenlesen-imports-")));
  for (const file of MODULES) write(file, "export const x = 1; export type x = number;\n");
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "export const x = 1;\n");
  }
  for (const [, file, statement] of BAD) write(file, `${statement}\n`);
  for (const [file, statement] of GOOD) write(file, `${statement}\n`);
  write("lib/files/c2.ts", 'import { y } from "./c1"; export const x = y;\n');
  write(
    "package.json",
    JSON.stringify({ dependencies: Object.fromEntries(PACKAGES.map((name) => [name, "1"])) }),
  );
  cpSync(path.join(root, "tsconfig.json"), path.join(fixture, "tsconfig.json"));
  found = cruise();
}, 120_000);

afterAll(() => rmSync(fixture, { recursive: true, force: true }));

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(fixture, file)), { recursive: true });
  writeFileSync(path.join(fixture, file), content);
}

function cruise(): { rule: string; from: string }[] {
  const command = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [command, "app", "lib", "tests", "--config", rulesFile, "--output-type", "json"];
  const output = execFileSync(process.execPath, args, { cwd: fixture, encoding: "utf8", maxBuffer: 1e8 });
  const { summary } = JSON.parse(output) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

describe("the import rules", () => {
  it.each(BAD)("%s refuses %s: %s", (rule, file) => {
    expect(found).toContainEqual({ rule, from: file });
  });

  it.each(GOOD)("let %s: %s", (file) => {
    expect(found.filter(({ from }) => from === file)).toEqual([]);
  });

  it("have a seeded bad import each", () => {
    const seeded = new Set(BAD.map(([rule]) => rule));
    expect(rules.filter((rule) => !seeded.has(rule))).toEqual([]);
  });
});
