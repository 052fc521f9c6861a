/** Where the world finds us, e.g. "https://gegenlesen.example"; null if nobody has said so. */
export function publicOrigin(): string | null {
  const address = process.env.NEXTAUTH_URL ?? "";
  return URL.canParse(address) ? new URL(address).origin : null;
}

/** Where the world finds us, else the address by which this request found us. */
export const originOf = (request: Request): string => publicOrigin() ?? new URL(request.url).origin;
