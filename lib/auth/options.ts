import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { parseId, type UserId } from "@/lib/core/shared/ids";
import { liveDatabase } from "@/lib/services/live-context";
import { type SignedIn, signInWithPassword } from "@/lib/services/users/sign-in";
import { signInWithIdentity } from "@/lib/services/users/sign-in-with-identity";
import { networkAddress } from "./network-address";
import { type OidcSettings, readOidcSettings } from "./oidc-settings";
import { SESSION_SECONDS, sessionCookie, usesHttps } from "./session-cookie";
import { signInPage } from "./sign-in-page";

declare module "next-auth" {
  interface Session {
    /** Who the token claims to be; lib/auth/actor.ts compares it with the database. */
    claim: { userId: string; sessionVersion: number };
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionVersion?: number;
  }
}

const credentials = z.object({ email: z.string().max(1000), password: z.string().max(1000) });

/** What next-auth calls a user; carries the session version into the token. */
const toAuthUser = (person: SignedIn) => ({
  id: person.userId,
  email: person.email,
  name: person.displayName,
  sessionVersion: person.sessionVersion,
});

const passwordProvider = CredentialsProvider({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  async authorize(input, request) {
    const parsed = credentials.safeParse(input);
    if (!parsed.success) return null;
    const forwarded: unknown = request.headers?.["x-forwarded-for"];
    const result = await signInWithPassword(
      { db: liveDatabase(), now: () => new Date() },
      {
        ...parsed.data,
        networkAddress: networkAddress(
          typeof forwarded === "string" ? forwarded : null,
          Number(process.env.TRUST_PROXY ?? 0),
        ),
      },
    );
    if (result.ok) return toAuthUser(result.value);
    // next-auth hands the text of an error to the sign-in page; it is a code, not a sentence.
    if (result.error.code === "too-many-attempts") {
      throw new Error(`too-many-attempts:${result.error.retryInSeconds}`);
    }
    return null;
  },
});

interface OidcProfile {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

type UserinfoEndpoint = Exclude<OAuthConfig<OidcProfile>["userinfo"], string | undefined>;
type ReadClaims = NonNullable<UserinfoEndpoint["request"]>;
type TokenSet = Exclude<Parameters<Parameters<ReadClaims>[0]["client"]["userinfo"]>[0], string>;

/**
 * What the provider says of a person. By the standard (OpenID Connect Core, 5.4) name and
 * e-mail address are told at the userinfo address; many providers write them into the ID
 * token, and some of these have no such address.
 */
const readClaims: ReadClaims = async ({ tokens, client }) => {
  const checked = tokens as TokenSet; // next-auth's types know only its fields
  const claims = checked.claims();
  return client.issuer.metadata.userinfo_endpoint
    ? { ...claims, ...(await client.userinfo(checked)) }
    : claims;
};

function oidcProvider(settings: OidcSettings): OAuthConfig<OidcProfile> {
  return {
    id: "oidc",
    name: settings.name,
    type: "oauth",
    wellKnown: `${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    authorization: { params: { scope: "openid email profile" } },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    userinfo: { request: readClaims },
    profile: (profile) => ({ id: profile.sub, email: profile.email ?? "", name: profile.name ?? "" }),
  };
}

/**
 * next-auth's settings, made per call because the environment is not known while building.
 * `wanted`: the address to go on to after signing in, whose language the sign-in page takes.
 */
export function authOptions(wanted?: string): NextAuthOptions {
  const oidc = readOidcSettings(process.env);
  const page = signInPage(wanted);
  return {
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: usesHttps(),
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: page.path, error: page.path },
    providers: oidc ? [passwordProvider, oidcProvider(oidc)] : [passwordProvider],
    callbacks: {
      async signIn({ account, profile, user }) {
        if (account?.provider !== "oidc" || !oidc) return account?.provider === "credentials";
        const claims = (profile ?? {}) as OidcProfile;
        const person = await signInWithIdentity(
          { db: liveDatabase(), now: () => new Date() },
          {
            issuer: oidc.issuer,
            subject: account.providerAccountId,
            email: claims.email ?? null,
            emailVerified: claims.email_verified === true,
            displayName: claims.name ?? null,
          },
        );
        if (!person.ok) return page.saying(person.error);
        Object.assign(user, toAuthUser(person.value));
        return true;
      },
      jwt({ token, user }) {
        if (!user) return token;
        const { id, sessionVersion } = user as ReturnType<typeof toAuthUser>;
        return { ...token, sub: id, sessionVersion };
      },
      session({ session, token }) {
        session.claim = { userId: token.sub ?? "", sessionVersion: token.sessionVersion ?? 0 };
        return session;
      },
    },
  };
}

/** The claim of a session as typed values; null if it is not one of ours. */
export function parseClaim(
  claim: { readonly userId: string; readonly sessionVersion: number } | undefined,
): { readonly userId: UserId; readonly sessionVersion: number } | null {
  const userId = parseId<UserId>(claim?.userId);
  return claim && userId ? { userId, sessionVersion: claim.sessionVersion } : null;
}
