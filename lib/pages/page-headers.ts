import type { IncomingHttpHeaders } from "node:http";

/**
 * How long a shared cache may answer without asking; nginx counts whole seconds and takes up to one more. With the two
 * seconds after which an instance that hears nothing asks the database itself, a withdrawn text is gone within five.
 */
export const SHARED_SECONDS = 1;
export const KEPT_CACHE_CONTROL = `public, max-age=0, s-maxage=${SHARED_SECONDS}, must-revalidate`;
export const UNKEPT_CACHE_CONTROL = "private, no-store";

/** Nothing inline runs or styles, and nothing comes from elsewhere. */
export const READER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Belong to one connection, one request or one encoding, or are ours to say. */
const NOT_KEPT = new Set([
  "cache-control",
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "etag",
  "keep-alive",
  "set-cookie",
  "strict-transport-security",
  "transfer-encoding",
  "vary",
]);

/** What of the framework's headers goes out with the page, name and value in turn. */
export function pageHeaders(headers: IncomingHttpHeaders, kind: "page" | "document"): string[] {
  const kept = Object.entries(headers).flatMap(([name, value]) => {
    const isOurs = NOT_KEPT.has(name) || name.startsWith("x-nextjs-") || name.startsWith("x-middleware-");
    // the framework's links preload for its scripts
    const isReplaced = kind === "page" && (name === "content-security-policy" || name === "link");
    return isOurs || isReplaced || value === undefined ? [] : [name, [value].flat().join(", ")];
  });
  return kind === "page" ? [...kept, "content-security-policy", READER_POLICY] : kept;
}
