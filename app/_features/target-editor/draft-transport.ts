import type { SavedDraft } from "@/lib/core/review/bitext";
import type { DraftContent } from "@/lib/core/review/draft";
import type { SegmentId } from "@/lib/core/shared/ids";

export type SaveAnswer =
  | { readonly kind: "saved"; readonly version: number }
  | { readonly kind: "changed-meanwhile"; readonly stored: SavedDraft | null }
  | { readonly kind: "signed-out" }
  /** The server will not take this text, however often it is sent. */
  | { readonly kind: "refused"; readonly code: string }
  /** No answer came. */
  | { readonly kind: "unreachable" }
  /** The server is in trouble. */
  | { readonly kind: "broken" };

export interface DraftTransport {
  save(segmentId: SegmentId, draft: DraftContent & { readonly version: number }): Promise<SaveAnswer>;
  discard(segmentId: SegmentId): Promise<boolean>;
}

/** Browsers refuse more than 64 KiB of requests that outlive their page. */
const KEEPALIVE_BYTES = 60_000;

interface ErrorBody {
  readonly error?: { readonly code: string; readonly stored?: SavedDraft | null };
}

/** The draft route of the server. Never throws. */
export const draftRoute: DraftTransport = {
  async save(segmentId, draft) {
    const body = JSON.stringify(draft);
    try {
      const response = await fetch(`/api/segments/${segmentId}/draft`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body,
        keepalive: body.length * 3 < KEEPALIVE_BYTES,
      });
      return await answerOf(response);
    } catch {
      return { kind: "unreachable" };
    }
  },
  async discard(segmentId) {
    try {
      const response = await fetch(`/api/segments/${segmentId}/draft`, { method: "DELETE" });
      return response.ok;
    } catch {
      return false;
    }
  },
};

async function answerOf(response: Response): Promise<SaveAnswer> {
  const body = (await response.json().catch(() => null)) as (ErrorBody & { version?: number }) | null;
  if (response.ok && body?.version) return { kind: "saved", version: body.version };
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status >= 500 || !body?.error) return { kind: "broken" };
  const { code, stored } = body.error;
  return code === "changed-meanwhile"
    ? { kind: "changed-meanwhile", stored: stored ?? null }
    : { kind: "refused", code };
}
