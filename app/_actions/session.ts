"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { networkAddress } from "@/lib/auth/network-address";
import { liveSite } from "@/lib/auth/same-origin";
import { startSession } from "@/lib/auth/session-cookie";
import { parseReturnPath } from "@/lib/core/access/return-path";
import { UI_LOCALES } from "@/lib/i18n/locales";
import type { ServiceContext } from "@/lib/services/context";
import { createFirstAdministrator } from "@/lib/services/users/manage-users";
import { changeOwnPassword, endOwnSessions, readOwnAccount } from "@/lib/services/users/own-account";
import { signInWithPassword } from "@/lib/services/users/sign-in";
import { actionContext, badRequest, foreignOrigin } from "./action-context";

const text = z.string().max(1_000);

/** What a form without script gets back: what went wrong, and what had been typed (never a password). */
export interface FormAnswer<Typed> {
  readonly error: { readonly code: string; readonly field?: string; readonly retryInSeconds?: number };
  readonly typed: Typed;
}

const signIn = z.object({ email: text, password: text, callbackUrl: z.string().max(4_000) });

/**
 * Signs in by e-mail address and password and goes on to `callbackUrl` if that is a path of
 * ours. Also works as the plain form of a page whose script has not arrived.
 */
export async function signInAction(
  _before: FormAnswer<{ email: string }> | null,
  form: FormData,
): Promise<FormAnswer<{ email: string }>> {
  const ctx = await actionContext();
  const parsed = signIn.safeParse(Object.fromEntries(form));
  if (!ctx || !parsed.success) return { ...(ctx ? badRequest : foreignOrigin), typed: { email: "" } };
  const { email, password, callbackUrl } = parsed.data;
  const refused = await beginSession(ctx, email, password);
  if (refused) return { error: refused, typed: { email } };
  redirect(parseReturnPath(callbackUrl, "") ?? "/");
}

const firstAccount = z.object({
  displayName: text,
  email: text,
  password: text,
  repeated: text,
  locale: z.enum(UI_LOCALES),
});

type TypedAccount = { displayName: string; email: string };

/** Creates the very first account, an administrator, and signs in with it. Refused as soon as there is any account. */
export async function setUpAction(
  _before: FormAnswer<TypedAccount> | null,
  form: FormData,
): Promise<FormAnswer<TypedAccount>> {
  const ctx = await actionContext();
  const parsed = firstAccount.safeParse(Object.fromEntries(form));
  const nothing = { displayName: "", email: "" };
  if (!ctx || !parsed.success) return { ...(ctx ? badRequest : foreignOrigin), typed: nothing };
  const { password, repeated, locale, ...typed } = parsed.data;
  if (password !== repeated) return { error: { code: "password-differs", field: "repeated" }, typed };
  const created = await createFirstAdministrator(ctx, { ...typed, password });
  if (!created.ok) return { error: created.error, typed };
  const refused = await beginSession(ctx, typed.email, password);
  redirect(refused ? `/${locale}/sign-in` : `/${locale}/admin`);
}

const passwordChange = z.object({ current: text, next: text });

/** The signed-in person sets another password. Other sessions end; this one goes on. */
export async function changeOwnPasswordAction(input: z.input<typeof passwordChange>) {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = passwordChange.safeParse(input);
  if (!parsed.success) return badRequest;
  const changed = await changeOwnPassword(ctx, parsed.data);
  if (!changed.ok) return changed;
  const own = await readOwnAccount(ctx);
  if (own.ok) await startSession({ ...own.value, userId: own.value.id });
  return changed;
}

const nothing = z.undefined();

/** Ends the sessions of the signed-in person on all devices, this one included. */
export async function endOwnSessionsAction(input?: z.input<typeof nothing>) {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = nothing.safeParse(input);
  return parsed.success ? endOwnSessions(ctx) : badRequest;
}

async function beginSession(ctx: ServiceContext, email: string, password: string) {
  const forwardedFor = (await headers()).get("x-forwarded-for");
  const address = networkAddress(forwardedFor, liveSite().trustedProxies);
  const result = await signInWithPassword(ctx, { email, password, networkAddress: address });
  if (!result.ok) return result.error;
  await startSession(result.value);
  return null;
}
