import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { PublishedPage } from "@/lib/db/published-pages";

/** Slower compression than this gains a few bytes and holds a core for seconds. */
const LARGE = 256 * 1024;
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|xml|atom\+xml|ld\+json)|image\/svg)/;

/** Bytes with their name and their compressed forms. */
export async function compressedPage(
  headers: readonly string[],
  type: string,
  raw: Buffer,
): Promise<PublishedPage> {
  const hash = createHash("sha256").update(raw).digest("base64url");
  if (!COMPRESSIBLE.test(type)) return { headers, hash, raw, gzip: null, brotli: null };
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(raw, { level: constants.Z_BEST_COMPRESSION }),
    promisify(brotliCompress)(raw, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: raw.length > LARGE ? 6 : constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
      },
    }),
  ]);
  return { headers, hash, raw, gzip: zipped, brotli };
}
