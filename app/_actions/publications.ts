"use server";

import { z } from "zod";
import type { TranslationId } from "@/lib/core/shared/ids";
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
