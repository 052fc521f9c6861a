import { NextResponse } from "next/server";
import { troubleOf } from "@/app/_actions/trouble";

const STATUS: Readonly<Record<string, number>> = {
  "sign-in-required": 401,
  "not-allowed": 403,
  "foreign-origin": 403,
  "bad-request": 400,
  "not-found": 404,
  "changed-meanwhile": 409,
  realigned: 409,
  "too-large": 413,
  unknown: 500,
  "database-unreachable": 503,
  "disk-full": 507,
};

/** A result as JSON; errors carry their code and the status that fits it (422 where none fits better). */
export function respond<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: { readonly code: string } },
): NextResponse {
  const headers = { "cache-control": "private, no-store" };
  return result.ok
    ? NextResponse.json(result.value, { headers })
    : NextResponse.json({ error: result.error }, { status: STATUS[result.error.code] ?? 422, headers });
}

/** A request of the wrong shape. */
export const badRequest = (): NextResponse =>
  NextResponse.json({ error: { code: "bad-request" } }, { status: 400 });

/** A route whose failures are answered in JSON like its refusals: 503 without a database, 507 on a full disk. */
export const answering =
  <Args extends unknown[]>(route: (...args: Args) => Promise<Response>) =>
  (...args: Args): Promise<Response> =>
    route(...args).catch((error: unknown) => respond({ ok: false, error: troubleOf(error) }));
