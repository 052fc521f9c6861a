/** What a file is by its first bytes, whatever its name says. */

/** Formats that are known by fixed bytes; "zip" and "ole" are containers and need a closer look. */
const SIGNATURES: readonly (readonly [type: string, bytes: string, at?: number])[] = [
  ["zip", "PK\x03\x04"],
  ["zip", "PK\x05\x06"],
  ["zip", "PK\x07\x08"],
  ["ole", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["png", "\x89PNG\r\n"],
  ["jpeg", "\xff\xd8\xff"],
  ["gif", "GIF87a"],
  ["gif", "GIF89a"],
  ["webp", "WEBP", 8],
  ["tiff", "II*\0"],
  ["tiff", "MM\0*"],
  ["heif", "ftyp", 4],
  ["gzip", "\x1f\x8b"],
  ["bzip2", "BZh91AY&SY"],
  ["xz", "\xfd7zXZ\0"],
  ["7z", "7z\xbc\xaf\x27\x1c"],
  ["rar", "Rar!\x1a\x07"],
  ["elf", "\x7fELF"],
  ["ogg", "OggS\0"],
  ["sqlite", "SQLite format 3\0"],
];

/** Formats whose first word may stand after a byte order mark and white space. */
const FIRST_WORDS: readonly (readonly [type: string, word: string])[] = [
  ["pdf", "%PDF-"],
  ["rtf", "{\\rtf"],
  ["postscript", "%!PS-"],
];

/** The type by its first bytes, or null for what may be text. */
export function sniffType(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const signature = SIGNATURES.find(([, magic, at = 0]) => start.startsWith(magic, at));
  const word = FIRST_WORDS.find(([, first]) =>
    start
      .replace(/^\xef\xbb\xbf/, "")
      .trimStart()
      .startsWith(first),
  );
  return (signature ?? word)?.[0] ?? null;
}

/** Extensions of text formats that are no prose; reading them as text would import their syntax. */
const SYNTAX_EXTENSIONS = new Set(
  "json jsonl csv tsv xml xlf xliff sdlxliff tmx tbx po pot yaml yml toml ini js mjs cjs ts jsx tsx css svg tex latex sql sh py java c cpp h cs go rs php rb srt vtt ics vcf eml mbox mhtml mht".split(
    " ",
  ),
);

const OFFICE_EXTENSIONS = new Set(["docx", "docm", "dotx", "dotm"]);

export type TextFormat = "text" | "markdown" | "html";

/** The format of a decoded text file, or the name of what it is instead. */
export function sniffText(
  text: string,
  name: string,
): { readonly format: TextFormat } | { readonly unsupported: string } | { readonly damaged: "docx" } {
  const extension = extensionOf(name);
  const start = text.slice(0, 4096).replace(/^(?:\s|<!--.*?-->|<\?xml.*?\?>)+/s, "");
  const isXml = /^\s*<\?xml/.test(text.slice(0, 200));
  if (OFFICE_EXTENSIONS.has(extension)) return { damaged: "docx" };
  if (/^<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i.test(start)) return { format: "html" };
  if (["html", "htm", "xhtml"].includes(extension)) return { format: "html" };
  if (SYNTAX_EXTENSIONS.has(extension)) return { unsupported: extension };
  if (/^<svg[\s>]/i.test(start)) return { unsupported: "svg" };
  if (isXml || /^<!doctype\s/i.test(start)) return { unsupported: "xml" };
  return { format: ["md", "markdown", "mdown", "mkd"].includes(extension) ? "markdown" : "text" };
}

const extensionOf = (name: string): string =>
  /\.([a-z0-9]{1,10})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";

/** What an OLE compound file holds, by the names of its streams. */
export function sniffOle(bytes: Uint8Array): "encrypted" | "doc" | "xls" | "ppt" | "ole" {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => content.includes(Buffer.from(stream, "utf16le"));
  if (has("EncryptedPackage")) return "encrypted";
  if (has("WordDocument")) return "doc";
  if (has("Workbook")) return "xls";
  return has("PowerPoint Document") ? "ppt" : "ole";
}
