import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deciding } from "@/tests/support/role-acts/deciding";
import { onDocuments } from "@/tests/support/role-acts/documents";
import { onPeople } from "@/tests/support/role-acts/people";
import { readingAndWriting } from "@/tests/support/role-acts/reading-and-writing";
import { type Acts, setStage } from "@/tests/support/role-acts/stage";
import type { PersonName, Scenario } from "@/tests/support/scenario";

/** Who tries. `null` is nobody signed in; the stranger has an account and no role. */
const WHO = [null, "stranger", "reader", "translator2", "editor", "admin"] as const;
type Answer = "sign-in-required" | "not-found" | "not-allowed" | "granted";

let the: Scenario;
let acts: Acts;

beforeAll(async () => {
  const stage = await setStage();
  the = stage.the;
  acts = { ...readingAndWriting(stage), ...deciding(stage), ...onDocuments(stage), ...onPeople(stage) };
});
afterAll(() => the.close());

const ORDER = ["reader", "translator", "editor", "admin"];

function expected(who: PersonName | null, least: string): Answer {
  if (who === null) return "sign-in-required";
  if (least === "signed-in") return "granted";
  if (least === "installation") return "not-allowed";
  if (who === "stranger") return "not-found";
  return ORDER.indexOf(who.replace("2", "")) >= ORDER.indexOf(least) ? "granted" : "not-allowed";
}

const ACCESS = new Set(["sign-in-required", "not-found", "not-allowed"]);

describe.each(WHO)("%s", (who) => {
  it("may do exactly what the role allows, act by act", async () => {
    const answers: Record<string, Answer> = {};
    const wanted: Record<string, Answer> = {};
    for (const [name, { act, least }] of Object.entries(acts)) {
      const result = await act(the.as(who));
      const code = result.error?.code ?? "";
      answers[name] = ACCESS.has(code) ? (code as Answer) : "granted";
      const answer = expected(who, least);
      // Somebody else's import does not exist for anybody but its owner.
      wanted[name] = name.includes("Foreign") && answer === "granted" ? "not-found" : answer;
    }
    expect(answers).toEqual(wanted);
  });
});

it("covers every service that takes a context", async () => {
  const { readdirSync, readFileSync } = await import("node:fs");
  const root = new URL("../../../lib/services/", import.meta.url).pathname;
  const writing = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [
        ...readFileSync(root + file, "utf8").matchAll(
          /^export (?:async )?function (\w+)\(\s*ctx: ServiceContext/gm,
        ),
      ].map((match) => match[1] ?? ""),
    );
  // Answer by what the person may see anyway, so there is nothing to refuse.
  const filtering = [
    "listDocuments",
    "listOpenQueue",
    "countOpenQueue",
    "readHaste",
    "listMyProposals",
    "listMyMentions",
    "listTogether",
    "listSecondLooks",
    "projectsAllowing",
    "listMyImports",
    "listManagedProjects",
    "permissionsAnywhere",
    "authorize",
    "approveTogether", // after acceptProposal has asked
    "authorizeAnywhere",
    "authorizeRepair",
    "authorizeVersion",
    "ownImport",
    "authorizeAdministrator",
    "readRecord", // for everybody, like the article
    "fileReport", // for everybody, about the article
  ];
  const covered = Object.keys(acts).map((name) =>
    name.replace("Foreign", "").replace("updateImport", "updateImportPreview"),
  );
  expect(writing.filter((name) => !covered.includes(name) && !filtering.includes(name))).toEqual([]);
});

it("shows a stranger nothing in the lists that answer by right", async () => {
  const { listDocuments } = await import("@/lib/services/documents/list-documents");
  const { listMyProposals } = await import("@/lib/services/proposals/list-my-proposals");
  const { listOpenQueue } = await import("@/lib/services/proposals/list-proposals");
  expect(await listDocuments(the.as("stranger"))).toEqual({
    ok: true,
    value: { documents: [], importInto: [], repairIn: [] },
  });
  expect(await listOpenQueue(the.as("stranger"), 0)).toMatchObject({ value: { items: [], total: 0 } });
  expect(await listOpenQueue(the.as("translator"), 0)).toMatchObject({ value: { items: [], total: 0 } });
  expect(await listMyProposals(the.as("stranger"), 0)).toMatchObject({
    value: { items: [], total: 0, documents: [] },
  });
});
