import { cookies } from "next/headers";
import type { CookiesOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import type { SignedIn } from "@/lib/services/users/sign-in";

export const SESSION_SECONDS = 12 * 60 * 60;

/** Whether people reach us by https; decides over `Secure` and the names of the cookies. */
export const usesHttps = (): boolean => (process.env.NEXTAUTH_URL ?? "").startsWith("https://");

/** The cookie of the session, as next-auth names it; written out because we set it ourselves, too. */
export function sessionCookie(): NonNullable<CookiesOptions["sessionToken"]> {
  const secure = usesHttps();
  return {
    name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  };
}

/** Where next-auth keeps the address to go on to while somebody is at the identity provider. */
export const wantedCookieName = (): string => `${usesHttps() ? "__Secure-" : ""}next-auth.callback-url`;

/** What a session's token says about a person. */
export const tokenOf = (person: SignedIn) => ({
  sub: person.userId,
  email: person.email,
  name: person.displayName,
  sessionVersion: person.sessionVersion,
});

/**
 * Begins a session of next-auth for somebody who has just proven who they are, from a server
 * action: next-auth itself can only do it by its own address and with a script in the page.
 */
export async function startSession(person: SignedIn): Promise<void> {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: start with `npm start`, which sets it");
  const token = await encode({ token: tokenOf(person), secret, maxAge: SESSION_SECONDS });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS });
}
