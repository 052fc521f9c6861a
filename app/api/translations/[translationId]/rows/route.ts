import { z } from "zod";
import { currentActor } from "@/lib/auth/actor";
import { parseId, type SegmentId, type TranslationId } from "@/lib/core/shared/ids";
import { liveContext } from "@/lib/services/live-context";
import { readBitext, readRows, readRowsById } from "@/lib/services/translations/read-bitext";
import { answering, badRequest, respond } from "../../../api-response";

const position = z.coerce.number().int().min(0).max(1_000_000);
const query = z.object({ from: position, to: position });
const named = z.object({ ids: z.string().max(4_000) });

/**
 * Rows of a translation: `from` and `to`, or `ids` joined by commas where they lie scattered;
 * without either the index, to refresh marks and filters.
 */
export const GET = answering(
  async (request: Request, { params }: { params: Promise<{ translationId: string }> }) => {
    const translationId = parseId<TranslationId>((await params).translationId);
    if (!translationId) return badRequest();
    const ctx = liveContext(await currentActor());
    const search = Object.fromEntries(new URL(request.url).searchParams);
    if (Object.keys(search).length === 0) {
      const bitext = await readBitext(ctx, translationId);
      return respond(bitext.ok ? { ok: true, value: bitext.value.entries } : bitext);
    }
    const byId = named.safeParse(search);
    if (byId.success) {
      const ids = byId.data.ids.split(",").map((id) => parseId<SegmentId>(id));
      return ids.every((id) => id !== null)
        ? respond(await readRowsById(ctx, translationId, ids))
        : badRequest();
    }
    const window = query.safeParse(search);
    return window.success
      ? respond(await readRows(ctx, translationId, window.data.from, window.data.to))
      : badRequest();
  },
);
