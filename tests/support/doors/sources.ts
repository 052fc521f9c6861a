import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Not doors of the matrix: they are forms for people without any role, and have tests of their own. */
export const BEFORE_ANY_ROLE = [
  "signInAction",
  "setUpAction",
  "fileReportAction",
  "stopMailAction",
  "auth/[...nextauth]",
];

/** They take uploads in pieces; what they may do is decided by services that the matrix of services covers. */
export const UPLOADS = ["POST imports", "POST versions"];

const root = path.resolve(import.meta.dirname, "../../..");

/** Pages, addresses and actions that the sources have, by the names that `allDoors` uses. */
export function doorsOfTheSources(): readonly string[] {
  const files = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" });
  const read = (file: string) => readFileSync(path.join(root, "app", file), "utf8");
  const pageNames = files
    .filter((file) => file.startsWith("[locale]/") && file.endsWith("/page.tsx"))
    .map((file) => path.dirname(file.slice("[locale]/".length)));
  const addressNames = files
    .filter((file) => file.endsWith("/route.ts") && !file.includes("nextauth"))
    .flatMap((file) =>
      [
        ...read(file).matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm),
      ].map(([, method]) => `${method} ${path.dirname(file).replace(/^api\//, "")}`),
    );
  const actionNames = files
    .filter((file) => file.startsWith("_actions/") && file.endsWith(".ts"))
    .filter((file) => read(file).startsWith('"use server"'))
    .flatMap((file) =>
      [...read(file).matchAll(/^export async function (\w+)/gm)].map(([, name]) => name ?? ""),
    );
  return [...pageNames, ...addressNames, ...actionNames];
}
