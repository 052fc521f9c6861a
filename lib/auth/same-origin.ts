interface HeaderList {
  get(name: string): string | null;
}

/**
 * Whether a writing request comes from a page of this very site: the Origin header must be
 * there and name the host that was asked. Browsers send it with every POST, PUT and DELETE.
 */
export function isSameOrigin(headers: HeaderList): boolean {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}
