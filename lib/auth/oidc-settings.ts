import { z } from "zod";

const schema = z.object({
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  name: z.string().min(1).max(60),
});

export type OidcSettings = z.infer<typeof schema>;

/** The identity provider from OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME; null when not set up. */
export function readOidcSettings(env: Readonly<Record<string, string | undefined>>): OidcSettings | null {
  const parsed = schema.safeParse({
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    name: env.OIDC_NAME || "OpenID Connect",
  });
  return parsed.success ? parsed.data : null;
}
