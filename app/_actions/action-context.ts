import "server-only";

import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { currentActor } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/same-origin";
import type { Result } from "@/lib/core/shared/result";
import type { ServiceContext } from "@/lib/services/context";
import { liveContext } from "@/lib/services/live-context";
import { troubleOf } from "./trouble";

/** What every action answers: a value, or a code with parameters for a message. Never a sentence, never an error text. */
export type ActionResult<T, E extends { readonly code: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E | RefusedRequest | Trouble };

/** The request itself was not acceptable: wrong shape, or sent from a page that is not ours. */
export interface RefusedRequest {
  readonly code: "bad-request" | "foreign-origin";
}

/** The act failed for no fault of its own, and nothing was written. */
type Trouble = ReturnType<typeof troubleOf>;

const badRequest = { ok: false, error: { code: "bad-request" } } as const;

/**
 * The context of an action: the signed-in person, read now. Null for a request that a page
 * of another origin, or no page at all, has sent: Next lets requests without Origin through.
 */
async function actionContext(): Promise<ServiceContext | null> {
  if (!isSameOrigin(await headers())) return null;
  return liveContext(await currentActor());
}

const foreignOrigin = { ok: false, error: { code: "foreign-origin" } } as const;

/**
 * Does what an action is for: asks whose request it is, reads the input by its schema, and acts.
 * Whatever happens, the page gets a code that it has a sentence for.
 */
export async function perform<Schema extends z.ZodType, T, E extends { readonly code: string }>(
  schema: Schema,
  input: unknown,
  act: (ctx: ServiceContext, input: z.output<Schema>) => Promise<Result<T, E>>,
): Promise<ActionResult<T, E>> {
  try {
    const ctx = await actionContext();
    if (!ctx) return foreignOrigin;
    const parsed = schema.safeParse(input);
    return parsed.success ? await act(ctx, parsed.data) : badRequest;
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, error: troubleOf(error) };
  }
}
