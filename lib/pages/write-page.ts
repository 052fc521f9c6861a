import type { IncomingMessage, ServerResponse } from "node:http";
import { CHOICE_SECONDS, newChoices } from "@/lib/i18n/remember";
import { chooseEncoding } from "./content-encoding";
import { namesTag } from "./entity-tag";
import { UNKEPT_CACHE_CONTROL } from "./page-headers";
import type { ServedPage } from "./served-page";

const TRANSPORT = ["strict-transport-security", "max-age=31536000"];
const NO_ENCODING_LEFT = 406;

/** Sends a kept page in the encoding that is asked for, or word that the asker has it. */
export function writePage(request: IncomingMessage, response: ServerResponse, page: ServedPage): void {
  const encoding = chooseEncoding(request.headers["accept-encoding"] as string | undefined);
  if (encoding === null) {
    response.writeHead(NO_ENCODING_LEFT, ["vary", "accept-encoding", "content-length", "0"]).end();
    return;
  }
  const { etag, headers, unchanged, body } = page.variants[encoding];
  const own = ownHeaders(request);
  const known = request.headers["if-none-match"];
  if (known !== undefined && namesTag(known, etag)) {
    response.writeHead(304, own ? withOwn(unchanged, own) : (unchanged as string[])).end();
    return;
  }
  response.writeHead(200, own ? withOwn(headers, own) : (headers as string[]));
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Sends what was made for this request alone. */
export function writeOnce(
  request: IncomingMessage,
  response: ServerResponse,
  made: { readonly status: number; readonly headers: readonly string[]; readonly body: Buffer },
): void {
  const length = ["content-length", String(made.body.length), "cache-control", UNKEPT_CACHE_CONTROL];
  const own = ownHeaders(request);
  response.writeHead(made.status, [...made.headers, ...length, ...(own?.headers ?? [])]);
  response.end(request.method === "HEAD" ? undefined : made.body);
}

interface OwnHeaders {
  readonly headers: readonly string[];
  /** A cookie goes to one person: no cache may keep it. */
  readonly isPrivate: boolean;
}

/** What this request gets besides the page; null for nearly all. */
function ownHeaders(request: IncomingMessage): OwnHeaders | null {
  const isSecure = request.headers["x-forwarded-proto"] === "https";
  const cookies = choiceCookies(request, isSecure);
  if (!isSecure && cookies.length === 0) return null;
  return { headers: [...(isSecure ? TRANSPORT : []), ...cookies], isPrivate: cookies.length > 0 };
}

function withOwn(headers: readonly string[], own: OwnHeaders): string[] {
  const shared = headers.map((value, index) =>
    own.isPrivate && headers[index - 1] === "cache-control" ? UNKEPT_CACHE_CONTROL : value,
  );
  return [...shared, ...own.headers];
}

function choiceCookies(request: IncomingMessage, isSecure: boolean): readonly string[] {
  const { referer, host, cookie = "" } = request.headers;
  if (!referer || !host || request.method !== "GET" || request.headers["sec-purpose"]) return [];
  const target = `http://${host}${request.url}`;
  if (!URL.canParse(target)) return [];
  const cookieOf = (name: string) =>
    cookie
      .split(";")
      .find((one) => one.trim().startsWith(`${name}=`))
      ?.split("=")[1]
      ?.trim();
  return newChoices(new URL(target), referer, cookieOf).flatMap(({ cookie: name, value }) => [
    "set-cookie",
    `${name}=${value}; Path=/; Max-Age=${CHOICE_SECONDS}; ${isSecure ? "Secure; " : ""}HttpOnly; SameSite=lax`,
  ]);
}
