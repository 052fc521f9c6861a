import { readFileSync } from "node:fs";
import path from "node:path";
import type { Answer, Door } from "./doors/door";

/** A running server and the checkout that it was built from. */
export interface House {
  readonly address: string;
  readonly root: string;
}

/** Asks a server for a door as somebody with this cookie, and says what it answered. */
export async function knock(house: House, name: string, door: Door, cookie: string | null): Promise<Answer> {
  const headers: Record<string, string> = { origin: house.address, ...(cookie && { cookie }) };
  if (door.kind === "page") return pageAnswer(await send(house, door.address, { headers }));
  if (door.kind === "api") {
    const init = { method: door.method, headers, ...(door.body && { body: door.body }) };
    return codeAnswer(await (await send(house, door.address, init)).text());
  }
  return codeAnswer(await callAction(house, name, door, cookie));
}

/** Calls a server action as the page does, as somebody with this cookie; its result as JSON. */
export async function callAction(
  house: House,
  name: string,
  { page, input }: { readonly page: string; readonly input: readonly unknown[] },
  cookie: string | null,
): Promise<string> {
  const response = await send(house, page, {
    method: "POST",
    headers: {
      origin: house.address,
      ...(cookie && { cookie }),
      "next-action": actionId(house.root, name),
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  const result = /^1:(\{"ok":.*\})$/m.exec(text)?.[1];
  if (!result) throw new Error(`${name} gave no result: ${response.status} ${text.slice(0, 300)}`);
  return result;
}

const send = (house: House, address: string, init: RequestInit) =>
  fetch(house.address + address.replace("ORIGIN", encodeURIComponent(house.address)), {
    ...init,
    redirect: "manual",
  });

async function pageAnswer(response: Response): Promise<Answer> {
  const location = response.headers.get("location");
  const text = await response.text();
  if (location?.includes("/sign-in") || /NEXT_REDIRECT;\w+;[^;]*\/sign-in/.test(text))
    return "sign-in-required";
  if (response.status === 404 || text.includes("NEXT_HTTP_ERROR_FALLBACK;404")) return "not-found";
  if (response.status >= 400) throw new Error(`${response.url}: ${response.status}`);
  return "granted";
}

const REFUSALS = ["sign-in-required", "not-found", "not-allowed"] as const;

function codeAnswer(json: string): Answer {
  const { error } = (JSON.parse(json) ?? {}) as { error?: { code: string } };
  if (error && ["foreign-origin", "bad-request"].includes(error.code)) throw new Error(json);
  return REFUSALS.find((code) => code === error?.code) ?? "granted";
}

const known = new Map<string, string>();

/** The name under which a build offers an action. */
function actionId(root: string, name: string): string {
  const before = known.get(`${root} ${name}`);
  if (before) return before;
  const file = path.join(root, ".next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as {
    node: Record<string, { exportedName: string }>;
  };
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
  if (!found) throw new Error(`the build has no action ${name}`);
  known.set(`${root} ${name}`, found[0]);
  return found[0];
}
