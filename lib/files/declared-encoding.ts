/**
 * The encoding that an HTML file declares in its first 4096 bytes (`<meta charset>`, `<meta
 * http-equiv content>`, or the XML declaration of XHTML), or null.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (!/<(?:\?xml|!doctype|html|head|meta|body|title)\b/i.test(start)) return null;
  const meta = /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start);
  const declaration = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]+)["']/i.exec(start);
  return (meta ?? declaration)?.[1]?.toLowerCase() ?? null;
}
