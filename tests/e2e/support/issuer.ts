import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Context, Provider } from "oidc-provider";
import { freePort } from "@/lib/db/embedded/free-port";

/** What the identity provider says of a person, by subject. */
export interface Claims {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** An identity provider on this machine. */
export interface Issuer {
  /** What our server is told by its environment. */
  readonly settings: Readonly<Record<string, string>>;
  /** Accounts at the provider by subject; may be changed between two sign-ins. */
  readonly people: Map<string, Claims>;
  stop(): Promise<void>;
}

const CLIENT = { id: "gegenlesen", secret: "a secret between the two of them" };

/**
 * oidc-provider, which a person signs in to at a page with another origin, as at providers
 * that pass people on. It gives e-mail address and name where the standard wants them for
 * the code flow: at the userinfo address, not in the ID token.
 */
export async function startIssuer(redirectUri: string): Promise<Issuer> {
  const address = `http://127.0.0.1:${await freePort(null)}`;
  const door = `http://127.0.0.1:${await freePort(null)}`;
  const people = new Map<string, Claims>();
  const provider = new Provider(address, configuration({ redirectUri, door, people }));
  const servers = await Promise.all([
    listen(address, provider.callback()),
    listen(door, (request, response) => void answerAtDoor(provider, request, response)),
  ]);
  return {
    settings: { OIDC_ISSUER: address, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
    people,
    stop: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

interface Setup {
  readonly redirectUri: string;
  readonly door: string;
  readonly people: ReadonlyMap<string, Claims>;
}

function configuration({ redirectUri, door, people }: Setup): object {
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  const seconds = 600;
  return {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...key, use: "sig", alg: "RS256", kid: "only" }] },
    cookies: { keys: ["signs the cookies of a provider that lives for a minute"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `${door}/interaction/${uid}` },
    findAccount: (_context: Context, subject: string) => ({
      accountId: subject,
      claims: async () => ({ sub: subject, ...people.get(subject) }),
    }),
    loadExistingGrant: consent,
    ttl: Object.fromEntries(
      ["AccessToken", "AuthorizationCode", "Grant", "IdToken", "Interaction", "Session"].map((name) => [
        name,
        seconds,
      ]),
    ),
  };
}

/** Nobody is asked which claims may be passed on. */
async function consent({ oidc: { provider, client, session } }: Context) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid email profile");
  await grant.save();
  return grant;
}

const PAGE = `<!doctype html><html lang="en"><title>Provider</title><form method="post">
  <label>Account <input name="subject"></label>
  <button name="act" value="continue">Continue</button><button name="act" value="refuse">Refuse</button>
</form>`;

async function answerAtDoor(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html").end(PAGE);
    return;
  }
  const form = new URLSearchParams(await text(request));
  const result =
    form.get("act") === "refuse"
      ? { error: "access_denied", error_description: "the person refused" }
      : { login: { accountId: form.get("subject") } };
  await provider.interactionFinished(request, response, result);
}

async function listen(
  address: string,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  const { hostname, port } = new URL(address);
  const server = createServer(answer).listen(Number(port), hostname);
  await once(server, "listening");
  return server;
}

async function close(server: Server): Promise<void> {
  const closed = once(server.close(), "close");
  server.closeAllConnections();
  await closed;
}
