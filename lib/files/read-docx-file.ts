/** From the bytes of a zip to the parts of a DOCX. */
import { type DocxParts, type NotesPart, readDocx } from "@/lib/core/interchange/docx/read-docx";
import {
  type Relationships,
  readRelationships,
  resolvePart,
} from "@/lib/core/interchange/docx/relationships";
import type { Reading } from "@/lib/core/interchange/reading";
import { ok, type Result } from "@/lib/core/shared/result";
import { decodeXmlPart } from "./decode-text";
import { type ImportFault, refuse } from "./import-fault";
import { IMPORT_LIMITS } from "./limits";
import { openZip, type ZipPackage } from "./zip-package";

/** Reads a file that begins like a zip. Zips that are no DOCX are "unsupported-type". */
export async function readDocxFile(bytes: Uint8Array): Promise<Result<Reading, ImportFault>> {
  const zip = await openZip(bytes);
  if (!zip.ok) return zip;
  const root = await readParts(zip.value, "");
  if (!root.ok) return root;
  const main = [...root.value.values()].find(({ type }) => type === "officeDocument");
  const name = main && resolvePart("", main.target);
  if (!name || /^(?:xl|ppt|visio)\//i.test(name)) {
    return refuse("unsupported-type", { detected: await kindOfZip(zip.value, name) });
  }
  const parts = await collectParts(zip.value, name);
  return parts.ok ? readDocx(parts.value, IMPORT_LIMITS) : parts;
}

async function kindOfZip(zip: ZipPackage, main: string | null | undefined): Promise<string> {
  if (main) return /^xl\//i.test(main) ? "xlsx" : /^ppt\//i.test(main) ? "pptx" : "zip";
  const mime = await zip.read("mimetype");
  const type = mime.ok && mime.value ? Buffer.from(mime.value.subarray(0, 100)).toString("latin1") : "";
  if (type.includes("epub")) return "epub";
  const opendocument = /opendocument\.(text|spreadsheet|presentation)/.exec(type)?.[1];
  return opendocument === "text" ? "odt" : opendocument ? "opendocument" : "zip";
}

async function collectParts(zip: ZipPackage, name: string): Promise<Result<DocxParts, ImportFault>> {
  const document = await readText(zip, name);
  if (!document.ok) return document;
  if (document.value === null) return refuse("damaged", { format: "docx", reason: "no-main-part" });
  const relationships = await readParts(zip, name);
  if (!relationships.ok) return relationships;
  const related = async (type: string) => {
    const target = [...relationships.value.values()].find((each) => each.type === type && !each.isExternal);
    const part = target && resolvePart(name, target.target);
    return part ? readNotesPart(zip, part) : ok(null);
  };
  const [styles, numbering, footnotes, endnotes, own] = [
    await related("styles"),
    await related("numbering"),
    await related("footnotes"),
    await related("endnotes"),
    await readText(zip, relationshipsOf(name)),
  ];
  const furniture = await readFurniture(zip, name, relationships.value);
  if (!styles.ok) return styles;
  if (!numbering.ok) return numbering;
  if (!footnotes.ok) return footnotes;
  if (!endnotes.ok) return endnotes;
  if (!own.ok) return own;
  if (!furniture.ok) return furniture;
  return ok({
    document: document.value,
    relationships: own.value,
    styles: styles.value?.xml ?? null,
    numbering: numbering.value?.xml ?? null,
    footnotes: footnotes.value,
    endnotes: endnotes.value,
    furniture: furniture.value,
  });
}

async function readFurniture(
  zip: ZipPackage,
  main: string,
  relationships: Relationships,
): Promise<Result<string[], ImportFault>> {
  const found: string[] = [];
  for (const { type, target, isExternal } of relationships.values()) {
    const name = resolvePart(main, target);
    if (isExternal || !name || (type !== "header" && type !== "footer")) continue;
    const xml = await readText(zip, name);
    if (!xml.ok) return xml;
    if (xml.value !== null) found.push(xml.value);
  }
  return ok(found);
}

async function readNotesPart(zip: ZipPackage, name: string): Promise<Result<NotesPart | null, ImportFault>> {
  const xml = await readText(zip, name);
  if (!xml.ok || xml.value === null) return xml.ok ? ok(null) : xml;
  const relationships = await readText(zip, relationshipsOf(name));
  return relationships.ok ? ok({ xml: xml.value, relationships: relationships.value }) : relationships;
}

/** Relationships of a part; "" is the package. */
async function readParts(zip: ZipPackage, part: string): Promise<Result<Relationships, ImportFault>> {
  const xml = await readText(zip, relationshipsOf(part));
  if (!xml.ok) return xml;
  return xml.value === null ? ok(new Map()) : readRelationships(xml.value, IMPORT_LIMITS);
}

const relationshipsOf = (part: string): string => part.replace(/[^/]*$/, (file) => `_rels/${file}.rels`);

async function readText(zip: ZipPackage, name: string): Promise<Result<string | null, ImportFault>> {
  const content = await zip.read(name);
  if (!content.ok || content.value === null) return content.ok ? ok(null) : content;
  const text = decodeXmlPart(content.value);
  return text === null ? refuse("bad-encoding", { part: name, encoding: "utf-8" }) : ok(text);
}
