import type { AccessError } from "@/lib/core/access/permissions";
import type { TranslationId } from "@/lib/core/shared/ids";
import { ok, type Result } from "@/lib/core/shared/result";
import { listPreviewLinks, type PreviewLink } from "@/lib/db/preview-links";
import { listPlans, type PublicationPlan } from "@/lib/db/publication-plans";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { mayStillShow } from "./preview-links";

export interface PublicationDesk {
  /** The publication that waits for its time. */
  readonly waiting: PublicationPlan | null;
  /** The planned one that ended last, to say what became of it. */
  readonly ended: PublicationPlan | null;
  /** Links to the draft that work now, the last made first. */
  readonly links: readonly PreviewLink[];
}

/** What is planned for a translation, and who can see its draft. For those who may publish it. */
export async function readPublicationDesk(
  ctx: ServiceContext,
  input: { readonly translationId: TranslationId },
): Promise<Result<PublicationDesk, { readonly code: AccessError }>> {
  const { translationId } = input;
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "translation.publish");
  if (!granted.ok) return granted;
  const [plans, links] = await Promise.all([
    listPlans(ctx.db.pool, translationId),
    listPreviewLinks(ctx.db.pool, translationId, ctx.now()),
  ]);
  return ok({
    waiting: plans.find(({ state }) => state === "waiting") ?? null,
    ended: plans.find(({ state }) => state !== "waiting") ?? null,
    links: links.filter(({ maker }) => mayStillShow(maker)).map(({ maker: _rights, ...link }) => link),
  });
}
