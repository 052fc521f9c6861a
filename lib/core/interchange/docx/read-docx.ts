/** DOCX: the parts of a WordprocessingML package as a document. Unzipping and decoding are done before. */
import { ok, type Result } from "../../shared/result";
import { assembleDocument, firstHeading } from "../assemble-document";
import type { RawParagraph } from "../inline-piece";
import { createWarningLog, type ReaderFault, type Reading, type WarningLog } from "../reading";
import { readNumbering } from "./numbering";
import { type ReadStory, readStory } from "./read-story";
import { type Relationships, readRelationships } from "./relationships";
import type { StoryContext } from "./story-state";
import { readStyles } from "./styles";
import { readXml, type XmlLimits } from "./xml-events";

/** Decoded XML of the parts; null for a part that the package does not have. */
export interface DocxParts {
  readonly document: string;
  readonly relationships: string | null;
  readonly styles: string | null;
  readonly numbering: string | null;
  readonly footnotes: NotesPart | null;
  readonly endnotes: NotesPart | null;
  /** Headers and footers: not read, but a warning says so if they hold text. */
  readonly furniture: readonly string[];
}

export interface NotesPart {
  readonly xml: string;
  readonly relationships: string | null;
}

/**
 * Reads a document: body in order (cells of tables and text boxes as paragraphs of their own), then
 * the footnotes and endnotes in the order of their references, with a warning. Comments, headers
 * and footers are left out with a warning. See `readStory` for tracked changes.
 */
export function readDocx(parts: DocxParts, limits: XmlLimits): Result<Reading, ReaderFault> {
  const warnings = createWarningLog();
  const styles = readStyles(parts.styles, limits);
  if (!styles.ok) return styles;
  const numbering = readNumbering(parts.numbering, limits);
  if (!numbering.ok) return numbering;
  const relationships = optionalRelationships(parts.relationships, limits);
  if (!relationships.ok) return relationships;
  const context = {
    styles: styles.value,
    numbering: numbering.value,
    relationships: relationships.value,
    warnings,
  };
  const body = readStory(parts.document, context, limits);
  if (!body.ok) return body;
  const notes = readNotes(parts, body.value, context, limits);
  if (!notes.ok) return notes;
  const headers = warnOfFurniture(parts.furniture, warnings, limits);
  if (!headers.ok) return headers;
  const raw = [...body.value.paragraphs, ...notes.value];
  return ok({ text: assembleDocument(raw), title: firstHeading(raw), warnings: warnings.list() });
}

function optionalRelationships(xml: string | null, limits: XmlLimits): Result<Relationships, ReaderFault> {
  return xml === null ? ok(new Map()) : readRelationships(xml, limits);
}

function readNotes(
  parts: DocxParts,
  body: ReadStory,
  context: StoryContext,
  limits: XmlLimits,
): Result<RawParagraph[], ReaderFault> {
  const notes = new Map<string, readonly RawParagraph[]>();
  for (const part of [parts.footnotes, parts.endnotes]) {
    if (!part) continue;
    const relationships = optionalRelationships(part.relationships, limits);
    if (!relationships.ok) return relationships;
    const story = readStory(part.xml, { ...context, relationships: relationships.value }, limits);
    if (!story.ok) return story;
    for (const [key, paragraphs] of story.value.notes) notes.set(key, paragraphs);
  }
  const order = [...new Set(body.noteReferences)].sort((a, b) => rank(a) - rank(b));
  const found = order.flatMap((key) => notes.get(key) ?? []);
  for (const key of order) if (notes.has(key)) context.warnings.add("notes-appended", key);
  return ok(found);
}

/** Footnotes before endnotes, each in the order of the references. */
const rank = (key: string): number => (key.startsWith("footnote") ? 0 : 1);

function warnOfFurniture(
  furniture: readonly string[],
  warnings: WarningLog,
  limits: XmlLimits,
): Result<void, ReaderFault> {
  for (const xml of furniture) {
    const texts: string[] = [];
    let isText = false;
    const read = readXml(xml, limits, {
      open: (name) => {
        isText = name === "w:t";
      },
      close: () => {
        isText = false;
      },
      text: (text) => {
        if (isText) texts.push(text);
      },
    });
    if (!read.ok) return read;
    const text = texts.join("").trim();
    if (text !== "") warnings.add("headers-skipped", text);
  }
  return ok(undefined);
}
