/** Who may import whom: the table of the folders, one rule with one sentence each. */
const corePackages = ["diff", "fastest-levenshtein", "cldr-segments-full"];
const formatPackages = [
  "unified",
  "remark-parse",
  "remark-gfm",
  "parse5",
  "saxes",
  "fflate",
  "mdast",
  "mdast-util-[^/]+",
  "@types/mdast",
  "entities",
];
const installed = (names) => `^node_modules/(${names.join("|")})/`;
const builtIn =
  "^(node:|fs$|path$|os$|crypto$|http$|https$|net$|child_process$|stream$|url$|util$|worker_threads$|events$|buffer$|zlib$)";
// limits and codes of faults, which a form shows before it sends anything
const sharedWithBrowser = "^lib/files/(limits|import-fault)[.]ts$";
const typeOnly = ["type-only"];

module.exports = {
  forbidden: [
    {
      name: "core-imports-core-only",
      comment:
        "lib/core is the functional core: itself and pure libraries, no framework, no database, no Node built-in.",
      severity: "error",
      from: { path: "^lib/core/", pathNot: "^lib/core/interchange/" },
      to: { pathNot: ["^lib/core/", installed(corePackages)], dependencyTypesNot: typeOnly },
    },
    {
      name: "formats-import-core-and-parsers-only",
      comment: "Readers and writers of formats use the core and pure parsers, nothing else.",
      severity: "error",
      from: { path: "^lib/core/interchange/" },
      to: {
        pathNot: ["^lib/core/", installed([...corePackages, ...formatPackages])],
        dependencyTypesNot: typeOnly,
      },
    },
    {
      name: "core-knows-no-type-from-outside",
      comment: "Not even a type of the shell belongs into the core.",
      severity: "error",
      from: { path: "^lib/core/" },
      to: { path: ["^app/", "^lib/(?!core/)", "^tests/", builtIn] },
    },
    {
      name: "no-circles",
      comment: "Modules may use each other, but not in a circle; types, which are gone at run time, may.",
      severity: "error",
      from: { pathNot: "^lib/db/generated/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: typeOnly } },
    },
    {
      name: "pages-go-through-loaders-and-actions",
      comment: "Pages and their components reach the application through app/_loaders and app/_actions only.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/(_loaders|_actions|_features|_ui|api)/" },
      to: { path: "^lib/(services|db|auth|jobs|live|files|mt|config)/", pathNot: sharedWithBrowser },
    },
    {
      name: "features-know-no-service",
      comment: "Domain components get their rows as values and act through app/_actions.",
      severity: "error",
      from: { path: "^app/(_features|_ui)/" },
      to: { path: "^lib/(services|db|auth|jobs|live|files|mt|config)/" },
    },
    {
      name: "ui-knows-no-domain",
      comment: "app/_ui could ship in another product: it knows neither the core nor our features.",
      severity: "error",
      from: { path: "^app/_ui/" },
      to: { path: ["^lib/core/", "^app/(_features|_actions|_loaders)/"] },
    },
    {
      name: "app-does-not-query",
      comment:
        "Nothing in app/ reaches into the database: actions, loaders and route handlers call services.",
      severity: "error",
      from: { path: "^(app/|proxy[.]ts)" },
      to: { path: "^lib/db/" },
    },
    {
      name: "actions-render-nothing",
      comment: "Actions and loaders return values; components belong to pages and features.",
      severity: "error",
      from: { path: "^app/(_actions|_loaders)/" },
      to: { path: ["^app/(?!_actions/|_loaders/)", installed(["react-dom", "@mantine/core"])] },
    },
    {
      name: "services-know-no-framework",
      comment: "Services serve pages, jobs, the command line and the API alike: no app, no React, no Next.",
      severity: "error",
      from: { path: "^lib/services/" },
      to: {
        path: [
          "^app/",
          installed(["react", "react-dom", "next", "next-auth", "next-i18next", "@mantine/[^/]+"]),
        ],
      },
    },
    {
      name: "db-takes-no-decision",
      comment: "Repositories are called by services, never the other way round.",
      severity: "error",
      from: { path: "^lib/db/" },
      to: { path: ["^app/", "^lib/(services|auth|files|jobs|live|mt|i18n|cli)/"] },
    },
    {
      name: "only-db-knows-the-driver",
      comment: "Prisma and pg are known to lib/db, to the schema's own tools and to tests.",
      severity: "error",
      from: { path: "^(app|lib|proxy[.]ts)", pathNot: ["^lib/db/", "^lib/cli/start"] },
      to: {
        path: ["^lib/db/generated/", installed(["@prisma/[^/]+", "prisma", "pg", "pg-pool", "@types/pg"])],
      },
    },
    {
      name: "lib-knows-no-app",
      comment: "Nothing below app/ imports app/.",
      severity: "error",
      from: { path: "^(lib|prisma)/" },
      to: { path: "^app/" },
    },
    {
      name: "nothing-imports-tests",
      comment: "What runs in production does not know its tests.",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "everything-resolves",
      comment:
        "An import that leads nowhere fails at run time at the latest. (Next brings server-only itself.)",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^server-only$" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "lib/db/generated"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
