/** Bytes to text without ever losing a character silently. */
import { detect } from "jschardet";
import { ok, type Result } from "@/lib/core/shared/result";
import { type ImportFault, refuse } from "./import-fault";
import { decodeWindows1252, oddity } from "./single-byte";

export interface DecodedText {
  readonly text: string;
  /** Name of the encoding in the WHATWG list, lower case. */
  readonly encoding: string;
  /** The encoding was neither declared nor proved by the bytes. */
  readonly isGuess: boolean;
}

const BOMS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ["utf-32", [0xff, 0xfe, 0, 0]],
  ["utf-32", [0, 0, 0xfe, 0xff]],
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Decodes a text file.
 *
 * In this order: byte order mark; UTF-16 without mark, if NULs stand at every second byte; UTF-8 if
 * all bytes are valid; the `declared` encoding; a guess, in which Windows-1252 goes before its
 * central European sister unless the words look broken in it. Every step decodes completely or
 * fails: U+FFFD is never put in.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): Result<DecodedText, ImportFault> {
  const mark = BOMS.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (mark) {
    const text = decodeStrictly(bytes, mark[0]);
    return text === null ? refuse("bad-encoding", { encoding: mark[0] }) : checked(text, mark[0], false);
  }
  if (bytes.includes(0)) return decodeWithNuls(bytes);
  const isUtf7Bit = declared !== null && /^iso-2022-/i.test(declared);
  const unicode = isUtf7Bit ? null : decodeStrictly(bytes, "utf-8");
  if (unicode !== null) return checked(unicode, "utf-8", false);
  if (isMostlyControls(bytes)) return refuse("binary");
  const label = declared && canonicalLabel(declared);
  const text = label && !label.startsWith("utf-") ? decodeStrictly(bytes, label) : null;
  return label && text !== null && !/[\u0080-\u009f]/.test(text) ? checked(text, label, false) : guess(bytes);
}

/** Decodes an XML part of an office document: UTF-16 with a byte order mark, or UTF-8. */
export function decodeXmlPart(bytes: Uint8Array): string | null {
  const mark = BOMS.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  return decodeStrictly(bytes, mark?.[0] ?? "utf-8");
}

function checked(text: string, encoding: string, isGuess: boolean): Result<DecodedText, ImportFault> {
  if (text.includes("\0")) return refuse("nul", { position: text.indexOf("\0") });
  if (countControls(text.length, (at) => text.charCodeAt(at)) > text.length / 100) return refuse("binary");
  return ok({ text, encoding, isGuess });
}

function decodeWithNuls(bytes: Uint8Array): Result<DecodedText, ImportFault> {
  const wide = decodeMarklessUtf16(bytes);
  if (wide) return checked(wide.text, wide.encoding, true);
  if (isMostlyControls(bytes) || decodeStrictly(bytes, "utf-8") === null) return refuse("binary");
  return refuse("nul", { position: bytes.indexOf(0) });
}

/**
 * UTF-16 without a mark has NULs at every second byte (Latin letters) or, seldom, at one of the two
 * places only (spaces and line ends among other letters, whose bytes are no ASCII text).
 */
function decodeMarklessUtf16(bytes: Uint8Array): { text: string; encoding: string } | null {
  const nuls = { even: 0, odd: 0 };
  let printable = 0;
  bytes.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2 === 0 ? "even" : "odd"] += 1;
    else if (byte >= 0x20 && byte < 0x7f) printable += 1;
  });
  const total = nuls.even + nuls.odd;
  const isLopsided = Math.max(nuls.even, nuls.odd) > total * 0.95;
  const isAscii = printable > (bytes.length - total) * 0.8;
  if (!isLopsided || total < bytes.length * (isAscii ? 0.25 : 0.002)) return null;
  const encoding = nuls.odd > nuls.even ? "utf-16le" : "utf-16be";
  const text = decodeStrictly(bytes, encoding);
  return text === null || /[\0\p{Cn}\p{Co}]/u.test(text) ? null : { text, encoding };
}

const isMostlyControls = (bytes: Uint8Array): boolean =>
  countControls(bytes.length, (at) => bytes[at] ?? 0) > bytes.length / 100;

/** C0 controls other than NUL, white space and escape. */
function countControls(length: number, codeAt: (at: number) => number): number {
  let count = 0;
  for (let at = 0; at < length; at++) {
    const code = codeAt(at);
    if (code > 0 && code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1b) count++;
  }
  return count;
}

/** Encodings with bytes that a wrong guess would hardly produce in the right order. */
const MULTI_BYTE = /^(?:shift_jis|euc-jp|iso-2022-jp|gb18030|gbk|big5|euc-kr)$/;
const OTHER_SCRIPTS = /^(?:windows-125[13456]|windows-874|iso-8859-[5678]|koi8-[ru]|x-mac-cyrillic|ibm866)$/;

function guess(bytes: Uint8Array): Result<DecodedText, ImportFault> {
  const hint = detect(bytes.subarray(0, 200_000));
  const label = hint.encoding ? canonicalLabel(hint.encoding) : null;
  const hinted = label === null ? null : decodeStrictly(bytes, label);
  const western = decodeWindows1252(bytes);
  if (label !== null && hinted !== null) {
    if (MULTI_BYTE.test(label) && hint.confidence >= 0.5) return checked(hinted, label, true);
    if (OTHER_SCRIPTS.test(label) && isOtherScript(hinted)) return checked(hinted, label, true);
    if (oddity(western) > 0 && oddity(hinted) < oddity(western)) return checked(hinted, label, true);
  }
  if (/[\u0080-\u009f]/.test(western)) return refuse("bad-encoding", { encoding: label ?? "unknown" });
  return checked(western, "windows-1252", true);
}

/** Are most letters beyond ASCII those of a script other than Latin, and most letters beyond ASCII? */
function isOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => /[^\p{Script=Latin}]/u.test(letter)).length;
  return foreign > letters.length / 2;
}

function canonicalLabel(label: string): string | null {
  const spelled = /^(?:ascii|us-ascii|iso-8859-1|latin-?1)$/i.test(label) ? "windows-1252" : label;
  try {
    return new TextDecoder(spelled.replace(/^cp(?=12)/i, "windows-").replace(/^gb2312$/i, "gb18030"))
      .encoding;
  } catch {
    return null;
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === "utf-32") return null;
  if (encoding === "windows-1252") return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
