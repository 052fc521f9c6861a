import { err, ok, type Result } from "@/lib/core/shared/result";

/**
 * The JSON of a request, never more of it than `limit` bytes: by what the request says of its
 * own length, and where it says nothing by counting.
 */
export async function readJson(
  request: Request,
  limit: number,
): Promise<Result<unknown, { readonly code: "too-large" | "bad-request" }>> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return err({ code: "too-large" });
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of request.body ?? []) {
      total += chunk.byteLength;
      if (total > limit) return err({ code: "too-large" });
      chunks.push(chunk);
    }
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))));
  } catch {
    return err({ code: "bad-request" });
  }
}
