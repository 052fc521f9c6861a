/** Files of people: what they are, what encoding they are in, and their text. */
import type { DocumentText } from "@/lib/core/document/paragraph";
import { readHtml } from "@/lib/core/interchange/read-html";
import { readMarkdown } from "@/lib/core/interchange/read-markdown";
import { readPlainText } from "@/lib/core/interchange/read-plain-text";
import type { Reading } from "@/lib/core/interchange/reading";
import { ok, type Result } from "@/lib/core/shared/result";
import { checkReading } from "./check-reading";
import { declaredEncoding } from "./declared-encoding";
import { type DecodedText, decodeText } from "./decode-text";
import { type ImportFault, refuse } from "./import-fault";
import { IMPORT_LIMITS } from "./limits";
import { readDocxFile } from "./read-docx-file";
import { sniffOle, sniffText, sniffType, type TextFormat } from "./sniff-type";

export interface ReadDocument {
  readonly text: DocumentText;
  readonly format: "text" | "markdown" | "html" | "docx";
  /** Lower-case WHATWG name; null where the format itself settles it. */
  readonly encoding: string | null;
  /** First heading of level 1, else the title that the format carries, else null. */
  readonly title: string | null;
  readonly warnings: readonly {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}

/**
 * Reads an uploaded file within `IMPORT_LIMITS`. The content decides what it is; the name only
 * tells Markdown, HTML without a head and plain text apart. Never throws for any bytes.
 */
export async function readDocument(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<Result<ReadDocument, ImportFault>> {
  const { name, bytes } = file;
  if (bytes.length === 0) return refuse("empty");
  if (bytes.length > IMPORT_LIMITS.fileBytes) {
    return refuse("too-large", { limit: IMPORT_LIMITS.fileBytes, found: bytes.length });
  }
  const type = sniffType(bytes);
  if (type === null) return readTextFile(name, bytes);
  if (type === "zip") {
    const reading = await readDocxFile(bytes);
    return reading.ok ? checkReading(reading.value, { format: "docx", encoding: null }) : reading;
  }
  const detected = type === "ole" ? sniffOle(bytes) : type;
  return detected === "encrypted"
    ? refuse("encrypted", { format: "docx" })
    : refuse("unsupported-type", { detected });
}

function readTextFile(name: string, bytes: Uint8Array): Result<ReadDocument, ImportFault> {
  const decoded = decodeText(bytes, declaredEncoding(bytes));
  if (!decoded.ok) return decoded;
  const kind = sniffText(decoded.value.text, name);
  if ("unsupported" in kind) return refuse("unsupported-type", { detected: kind.unsupported });
  if ("damaged" in kind) return refuse("damaged", { format: kind.damaged, reason: "no-zip" });
  if (kind.format !== "text" && bytes.length > IMPORT_LIMITS.markupBytes) {
    return refuse("too-large", {
      limit: IMPORT_LIMITS.markupBytes,
      found: bytes.length,
      format: kind.format,
    });
  }
  const reading = readFormat(kind.format, decoded.value);
  if (!reading.ok) return reading;
  const { encoding } = decoded.value;
  return checkReading(withGuess(reading.value, decoded.value), { ...kind, encoding });
}

function readFormat(format: TextFormat, { text }: DecodedText): Result<Reading, ImportFault> {
  if (format === "html") return readHtml(text, IMPORT_LIMITS.depth);
  if (format === "markdown") return readMarkdown(text, IMPORT_LIMITS.depth);
  return ok(readPlainText(text));
}

function withGuess(reading: Reading, { isGuess, encoding }: DecodedText): Reading {
  if (!isGuess) return reading;
  return { ...reading, warnings: [...reading.warnings, { code: "encoding-guessed", params: { encoding } }] };
}
