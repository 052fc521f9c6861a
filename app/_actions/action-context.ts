import "server-only";

import { headers } from "next/headers";
import { currentActor } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/same-origin";
import type { ServiceContext } from "@/lib/services/context";
import { liveContext } from "@/lib/services/live-context";

/** What every action answers: a value, or a code with parameters for a message. Never a sentence, never an error text. */
export type ActionResult<T, E extends { readonly code: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E | RefusedRequest };

/** The request itself was not acceptable: wrong shape, or sent from a page that is not ours. */
export interface RefusedRequest {
  readonly code: "bad-request" | "foreign-origin";
}

export const badRequest = { ok: false, error: { code: "bad-request" } } as const;

/**
 * The context of an action: the signed-in person, read now. Null for a request that a page
 * of another origin, or no page at all, has sent: Next lets requests without Origin through.
 */
export async function actionContext(): Promise<ServiceContext | null> {
  if (!isSameOrigin(await headers())) return null;
  return liveContext(await currentActor());
}

export const foreignOrigin = { ok: false, error: { code: "foreign-origin" } } as const;
