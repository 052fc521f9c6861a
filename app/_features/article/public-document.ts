import { createHash } from "node:crypto";

/** How long caches may keep what readers get without asking again; a withdrawn text is gone after that. */
const FRESH_SECONDS = 5;

/**
 * A document for everybody, with a strong validator: who has it already gets 304 and no
 * bytes. Caches may share it and keep it for five seconds.
 */
export function publicDocument(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  further: Readonly<Record<string, string>> = {},
): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = {
    ...further,
    etag,
    "cache-control": `public, max-age=0, s-maxage=${FRESH_SECONDS}, must-revalidate`,
  };
  const known = request.headers.get("if-none-match") ?? "";
  if (known.split(",").some((one) => one.trim().replace(/^W\//, "") === etag))
    return new Response(null, { status: 304, headers });
  const contentType = typeof body === "string" ? `${type}; charset=utf-8` : type;
  return new Response(body, { headers: { ...headers, "content-type": contentType } });
}
