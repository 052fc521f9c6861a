import { createHash } from "node:crypto";

/** How long caches may keep what readers get without asking again; a withdrawn text is gone after that. */
const FRESH_SECONDS = 2;

type Body = string | Uint8Array<ArrayBuffer>;
type Headers = Readonly<Record<string, string>>;

/**
 * A document for everybody, with a strong validator: who has it already gets 304 and no
 * bytes. Caches may share it and keep it for two seconds.
 */
export const publicDocument = (request: Request, body: Body, type: string, further: Headers = {}): Response =>
  knownAlready(request, body, further) ?? answer(body, type, headersOf(body, further));

/** The same for what is dear to make: `identity` is all that it is made from, and it is made only for those who lack it. */
export async function publicDocumentOf(
  request: Request,
  identity: string,
  make: () => Promise<Body>,
  type: string,
  further: Headers = {},
): Promise<Response> {
  return knownAlready(request, identity, further) ?? answer(await make(), type, headersOf(identity, further));
}

const headersOf = (identity: Body, further: Headers): Headers => ({
  ...further,
  etag: `"${createHash("sha256").update(identity).digest("base64url")}"`,
  "cache-control": `public, max-age=0, s-maxage=${FRESH_SECONDS}, must-revalidate`,
});

function knownAlready(request: Request, identity: Body, further: Headers): Response | null {
  const headers = headersOf(identity, further);
  const known = request.headers.get("if-none-match") ?? "";
  const isKnown = known.split(",").some((one) => one.trim().replace(/^W\//, "") === headers.etag);
  return isKnown ? new Response(null, { status: 304, headers }) : null;
}

function answer(body: Body, type: string, headers: Headers): Response {
  const contentType = typeof body === "string" ? `${type}; charset=utf-8` : type;
  return new Response(body, { headers: { ...headers, "content-type": contentType } });
}
