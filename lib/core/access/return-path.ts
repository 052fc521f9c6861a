const PATH_MAX = 2_000;

// No empty, "." or ".." part, and nothing percent-encoded that somebody could read as a separator.
const PART =
  "(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~!$'()*,;=:@+-]|%(?!0|1|2[Ee]|2[Ff]|5[Cc]|7[Ff])[0-9A-Fa-f]{2})+";
const PATH = new RegExp(`^/(?:${PART}(?:/${PART})*/?)?$`);

/** Visible ASCII without the backslash, which browsers read as a slash. */
const TAIL = /^[\x21-\x5b\x5d-\x7e]*$/;

/**
 * Where to go on after signing in: path, query and fragment on this very site, exactly as
 * given, or null for anything else. `origin` is the address of the site ("https://example.org"):
 * an absolute address that begins with it counts by its path. Refused are other hosts in
 * every spelling (`//`, `/\`, `/%2f`, `@`, dot segments), other schemes, and addresses
 * of more than 2000 UTF-16 units.
 */
export function parseReturnPath(value: unknown, origin: string): string | null {
  if (typeof value !== "string" || value.length > PATH_MAX) return null;
  const address = value.startsWith(`${origin}/`) ? value.slice(origin.length) : value;
  const [path = ""] = address.split(/[?#]/, 1);
  return PATH.test(path) && TAIL.test(address.slice(path.length)) ? address : null;
}
