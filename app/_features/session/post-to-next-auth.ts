/**
 * Posts to an address of next-auth, with its token against forged requests, and goes where it
 * sends us: by script, because a form may be led to no other site (form-action), and an
 * identity provider may pass people on to a third one. Rejects without a connection.
 */
export async function postToNextAuth(path: "signin/oidc" | "signout", callbackUrl: string): Promise<void> {
  const { csrfToken } = (await readJson(fetch("/api/auth/csrf", { cache: "no-store" }))) as {
    csrfToken: string;
  };
  const body = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
  const { url } = (await readJson(fetch(`/api/auth/${path}`, { method: "POST", body }))) as { url: string };
  window.location.assign(url);
}

async function readJson(sent: Promise<Response>): Promise<unknown> {
  const answer = await sent;
  if (!answer.ok) throw new Error(`next-auth answers ${answer.status}`);
  return answer.json();
}
