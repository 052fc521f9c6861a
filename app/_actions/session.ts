"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { networkAddress } from "@/lib/auth/network-address";
import { liveSite } from "@/lib/auth/same-origin";
import { startSession } from "@/lib/auth/session-cookie";
import { parseReturnPath } from "@/lib/core/access/return-path";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { UI_LOCALES } from "@/lib/i18n/locales";
import type { ServiceContext } from "@/lib/services/context";
import { createFirstAdministrator } from "@/lib/services/users/manage-users";
import { changeOwnPassword, endOwnSessions, readOwnAccount } from "@/lib/services/users/own-account";
import { signInWithPassword } from "@/lib/services/users/sign-in";
import { perform } from "./action-context";

const text = z.string().max(1_000);

interface Fault {
  readonly code: string;
  readonly field?: string;
  readonly retryInSeconds?: number;
}

/** What a form without script gets back: what went wrong, and what had been typed (never a password). */
export interface FormAnswer<Typed> {
  readonly error: Fault;
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
  const signedIn = await perform(signIn, Object.fromEntries(form), (ctx, { email, password }) =>
    beginSession(ctx, email, password),
  );
  if (!signedIn.ok) return { error: signedIn.error, typed: { email: textOf(form, "email") } };
  redirect(parseReturnPath(textOf(form, "callbackUrl"), "") ?? "/");
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
  const done = await perform(
    firstAccount,
    Object.fromEntries(form),
    async (ctx, account): Promise<Result<string, Fault>> => {
      const { password, repeated, locale, ...typed } = account;
      if (password !== repeated) return err({ code: "password-differs", field: "repeated" });
      const created = await createFirstAdministrator(ctx, { ...typed, password });
      if (!created.ok) return created;
      const signedIn = await beginSession(ctx, typed.email, password);
      return ok(signedIn.ok ? `/${locale}/admin` : `/${locale}/sign-in`);
    },
  );
  const typed = { displayName: textOf(form, "displayName"), email: textOf(form, "email") };
  if (!done.ok) return { error: done.error, typed };
  redirect(done.value);
}

const passwordChange = z.object({ current: text, next: text });

/** The signed-in person sets another password. Other sessions end; this one goes on. */
export async function changeOwnPasswordAction(input: z.input<typeof passwordChange>) {
  return perform(passwordChange, input, async (ctx, passwords) => {
    const changed = await changeOwnPassword(ctx, passwords);
    const own = changed.ok ? await readOwnAccount(ctx) : null;
    if (own?.ok) await startSession({ ...own.value, userId: own.value.id });
    return changed;
  });
}

/** Ends the sessions of the signed-in person on all devices, this one included. */
export async function endOwnSessionsAction(input?: undefined) {
  return perform(z.undefined(), input, (ctx) => endOwnSessions(ctx));
}

async function beginSession(ctx: ServiceContext, email: string, password: string) {
  const forwardedFor = (await headers()).get("x-forwarded-for");
  const address = networkAddress(forwardedFor, liveSite().trustedProxies);
  const result = await signInWithPassword(ctx, { email, password, networkAddress: address });
  if (result.ok) await startSession(result.value);
  return result;
}

/** What was typed into a field, to be given back; no more than a field of ours would take. */
const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, 4_000) : "";
};
