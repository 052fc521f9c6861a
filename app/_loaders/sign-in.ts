import "server-only";

import { redirect } from "next/navigation";
import { readOidcSettings } from "@/lib/auth/oidc-settings";
import { liveSite } from "@/lib/auth/same-origin";
import { parseReturnPath } from "@/lib/core/access/return-path";
import { needsFirstAdministrator } from "@/lib/services/users/manage-users";
import { readOwnAccount } from "@/lib/services/users/own-account";
import { pageContext } from "./context";

/**
 * What the sign-in page needs. Whoever is signed in goes on at once; where nobody has an
 * account yet, the first one is made.
 */
export async function loadSignIn(locale: string, callbackUrl: unknown) {
  const ctx = await pageContext();
  const { publicUrl } = liveSite();
  const origin = publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl).origin : "";
  const wanted = parseReturnPath(callbackUrl, origin);
  // next-auth falls back to the bare address of the site, where nobody wants to go after signing in
  const returnPath = wanted === null || wanted === "/" ? `/${locale}/documents` : wanted;
  if (ctx.actor) redirect(returnPath);
  if (await needsFirstAdministrator(ctx)) redirect(`/${locale}/setup`);
  return { returnPath, providerName: readOidcSettings(process.env)?.name ?? null };
}

/** Lets the set-up page be shown only while nobody has an account. */
export async function loadSetup(locale: string): Promise<void> {
  if (!(await needsFirstAdministrator(await pageContext()))) redirect(`/${locale}/sign-in`);
}

/** The account of the person who asks. */
export async function loadOwnAccount(locale: string) {
  const own = await readOwnAccount(await pageContext());
  if (!own.ok) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/account`)}`);
  return own.value;
}
