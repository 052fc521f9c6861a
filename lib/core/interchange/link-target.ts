/**
 * The address of a link or image as far as it may be kept, or null.
 *
 * Kept are http, https, mailto and a bare fragment. Everything else (script, data and
 * file addresses, relative paths, unparsable ones) is null: the caller drops the code and
 * keeps the text. Characters that a browser would ignore inside a scheme do not help, since
 * the address is parsed as a browser parses it (WHATWG URL).
 */
export function parseLinkTarget(address: string): string | null {
  const trimmed = address.trim();
  if (/^#[^\s<>"]+$/u.test(trimmed)) return trimmed;
  if (trimmed.length > 2048 || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (url.protocol === "mailto:") return url.href;
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  return isWeb && url.username === "" && url.password === "" ? url.href : null;
}
