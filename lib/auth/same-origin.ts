interface HeaderList {
  get(name: string): string | null;
}

/** How people reach this installation. */
export interface Site {
  /** NEXTAUTH_URL; null when it is not set. */
  readonly publicUrl: string | null;
  /** TRUST_PROXY: how many proxies of ours stand in front. */
  readonly trustedProxies: number;
}

export const liveSite = (): Site => ({
  publicUrl: process.env.NEXTAUTH_URL || null,
  trustedProxies: Number(process.env.TRUST_PROXY ?? 0),
});

/**
 * Whether a writing request comes from a page of this very site: the Origin header must be
 * there and be the public address, or name the host that was asked. Browsers send it with
 * every POST, PUT and DELETE. `X-Forwarded-Host` counts only behind a proxy of ours:
 * otherwise it is the client's own word.
 */
export function isSameOrigin(headers: HeaderList, site: Site = liveSite()): boolean {
  const sent = headers.get("origin");
  if (!sent || !URL.canParse(sent)) return false;
  const origin = new URL(sent);
  if (site.publicUrl && URL.canParse(site.publicUrl)) {
    const own = new URL(site.publicUrl);
    if (origin.host === own.host) return origin.protocol === own.protocol;
  }
  const forwarded = site.trustedProxies > 0 ? headers.get("x-forwarded-host") : null;
  return origin.host === (forwarded ?? headers.get("host"));
}
