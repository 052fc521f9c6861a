/** Windows-1252 by a table of our own: Node 20 decodes 0x80 to 0x9F as control characters. */
const HIGH_CONTROLS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Never fails; the five bytes without a meaning become C1 controls. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (control) => HIGH_CONTROLS.charAt(control.charCodeAt(0) - 0x80));
}

/**
 * How odd a text looks: signs in the middle of words ("Za¿ó³æ" for "Zażółć") and C1 controls.
 * Used to tell the code pages of western and central Europe apart.
 */
export function oddity(text: string): number {
  const inWords = text.match(/\p{L}[\u00a1-\u00bf×÷€‚ƒ„…†‡ˆ‰‹•˜™›¤¨¯¸˝˛ˇ˘˙]+(?=\p{L})/gu)?.length ?? 0;
  const capitals = text.match(/\p{Ll}[\u00c0-\u00de](?=\p{Ll})/gu)?.length ?? 0;
  const controls = text.match(/[\u0080-\u009f]/g)?.length ?? 0;
  return inWords + capitals + 10 * controls;
}
