import type { PublishedPage } from "@/lib/db/published-pages";
import { ENCODINGS, type Encoding } from "./content-encoding";
import { entityTag } from "./entity-tag";
import { KEPT_CACHE_CONTROL } from "./page-headers";

interface Variant {
  readonly etag: string;
  /** All headers, name and value in turn. */
  readonly headers: readonly string[];
  /** Those of "you have it already". */
  readonly unchanged: readonly string[];
  readonly body: Buffer;
}

/** A page ready to be written: nothing is computed for a request. */
export interface ServedPage {
  readonly tag: string;
  readonly hash: string;
  /** What it takes in memory. */
  readonly bytes: number;
  readonly variants: Readonly<Record<Encoding, Variant>>;
}

/** Prepares a kept page. An encoding that it does not have is the unencoded form. */
export function servedPage(
  tag: string,
  page: PublishedPage,
  cacheControl: string = KEPT_CACHE_CONTROL,
): ServedPage {
  const bodies: Record<Encoding, Buffer | null> = {
    br: page.brotli,
    gzip: page.gzip,
    identity: page.raw,
  };
  const identity = variant(page, "identity", page.raw, cacheControl);
  const variants = Object.fromEntries(
    ENCODINGS.map((encoding) => {
      const body = bodies[encoding];
      return [
        encoding,
        body && encoding !== "identity" ? variant(page, encoding, body, cacheControl) : identity,
      ];
    }),
  ) as Record<Encoding, Variant>;
  const bytes = page.raw.length + (page.gzip?.length ?? 0) + (page.brotli?.length ?? 0);
  return { tag, hash: page.hash, bytes, variants };
}

function variant(page: PublishedPage, encoding: Encoding, body: Buffer, cacheControl: string): Variant {
  const etag = entityTag(page.hash, encoding);
  const caching = ["etag", etag, "cache-control", cacheControl, "vary", "accept-encoding"];
  const encoded = encoding === "identity" ? [] : ["content-encoding", encoding];
  const length = ["content-length", String(body.length)];
  return { etag, headers: [...page.headers, ...caching, ...encoded, ...length], unchanged: caching, body };
}
