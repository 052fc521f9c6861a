/**
 * Posts to an address of next-auth as a form of this page would, with its token against
 * forged requests, and goes where it sends us. Rejects without a connection.
 */
export async function postToNextAuth(path: "signin/oidc" | "signout", callbackUrl: string): Promise<void> {
  const answer = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken }: { csrfToken: string } = await answer.json();
  const form = document.createElement("form");
  form.method = "post";
  form.action = `/api/auth/${path}`;
  for (const [name, value] of Object.entries({ csrfToken, callbackUrl })) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
