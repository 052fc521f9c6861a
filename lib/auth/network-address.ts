/**
 * The address of the person's machine as the nearest trusted proxy saw it. Null unless
 * TRUST_PROXY says how many proxies stand in front: without one the header is the
 * client's own word.
 */
export function networkAddress(forwardedFor: string | null, trustedProxies: number): string | null {
  if (trustedProxies < 1 || !forwardedFor) return null;
  const hops = forwardedFor.split(",").map((hop) => hop.trim());
  return hops.at(-trustedProxies) || null;
}
