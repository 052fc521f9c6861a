import { type DocxParts, readDocx } from "@/lib/core/interchange/docx/read-docx";
import { documentXml } from "./wordprocessing";

export const LIMITS = { depth: 256, attributes: 1000 };
export const EMPTY: Omit<DocxParts, "document"> = {
  relationships: null,
  styles: null,
  numbering: null,
  footnotes: null,
  endnotes: null,
  furniture: [],
};

/** Reads a body; throws if it is refused. */
export function read(body: string, parts: Partial<DocxParts> = {}) {
  const reading = readDocx({ ...EMPTY, document: documentXml(body), ...parts }, LIMITS);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value;
}

/** An element of a style sheet. */
export const style = (id: string, name: string, rest = "", type = "paragraph") =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
