"use server";

import { z } from "zod";
import { PREVIEW_HOURS } from "@/lib/core/publication/plan";
import type { PlanId, PreviewId, TranslationId } from "@/lib/core/shared/ids";
import { displayTimeZone } from "@/lib/i18n/time-zone";
import { zonedInstant } from "@/lib/i18n/zoned-time";
import { liveSecret } from "@/lib/services/live-context";
import { cancelPlan, planPublication } from "@/lib/services/publications/plan-publication";
import { createPreviewLink, revokePreview } from "@/lib/services/publications/preview-links";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { perform } from "./action-context";
import { id } from "./schemas";

const target = z.object({ translationId: id<TranslationId>() });

const publication = target.extend({ note: z.string().max(5_000).default("") });

/** Shows the current texts of a translation to readers. */
export async function publishAction(input: z.input<typeof publication>) {
  return perform(publication, input, publishTranslation);
}

/** Takes a translation away from readers. */
export async function withdrawPublicationAction(input: z.input<typeof target>) {
  return perform(target, input, withdrawPublication);
}

const planned = z.object({ translationId: id<TranslationId>(), at: z.string().max(40) });

/** Wants a translation published later, at a time as clocks of the installation's time zone show it. */
export async function planPublicationAction(input: z.input<typeof planned>) {
  return perform(planned, input, (ctx, { translationId, at }) =>
    planPublication(ctx, { translationId, dueAt: zonedInstant(at, displayTimeZone()) }),
  );
}

const plan = z.object({ planId: id<PlanId>() });

/** Takes a planned publication back. */
export async function cancelPlanAction(input: z.input<typeof plan>) {
  return perform(plan, input, cancelPlan);
}

const preview = z.object({ translationId: id<TranslationId>(), hours: z.literal(PREVIEW_HOURS) });

/** Makes a link to the draft of a translation, for people without an account. */
export async function createPreviewAction(input: z.input<typeof preview>) {
  return perform(preview, input, (ctx, wanted) => createPreviewLink(ctx, wanted, liveSecret()));
}

const link = z.object({ translationId: id<TranslationId>(), previewId: id<PreviewId>() });

/** Ends a link to a draft. */
export async function revokePreviewAction(input: z.input<typeof link>) {
  return perform(link, input, revokePreview);
}
