import { z } from "zod";
import { currentActor } from "@/lib/auth/actor";
import { parseId, type TranslationId } from "@/lib/core/shared/ids";
import { liveContext } from "@/lib/services/live-context";
import { readBitext, readRows } from "@/lib/services/translations/read-bitext";
import { badRequest, respond } from "../../../api-response";

const position = z.coerce.number().int().min(0).max(1_000_000);
const query = z.object({ from: position, to: position });

/** Rows from..to of a translation; without a window the index, to refresh marks and filters. */
export async function GET(request: Request, { params }: { params: Promise<{ translationId: string }> }) {
  const translationId = parseId<TranslationId>((await params).translationId);
  if (!translationId) return badRequest();
  const ctx = liveContext(await currentActor());
  const search = Object.fromEntries(new URL(request.url).searchParams);
  if (Object.keys(search).length === 0) {
    const bitext = await readBitext(ctx, translationId);
    return respond(bitext.ok ? { ok: true, value: bitext.value.entries } : bitext);
  }
  const window = query.safeParse(search);
  return window.success
    ? respond(await readRows(ctx, translationId, window.data.from, window.data.to))
    : badRequest();
}
