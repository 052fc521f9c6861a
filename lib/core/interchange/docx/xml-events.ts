/** Safe reading of the XML parts of an Office Open XML package. */
import { SaxesParser } from "saxes";
import { err, ok, type Result } from "../../shared/result";
import type { ReaderFault } from "../reading";

/** Attributes by canonical name; without prefix if the document gave them none. */
export type Attributes = ReadonlyMap<string, string>;

/** Names are canonical, see `readXml`. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

export interface XmlLimits {
  readonly depth: number;
  /** Attributes of one element. */
  readonly attributes: number;
}

/** Canonical prefixes; the transitional and the strict form of a namespace share one. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/drawingml/2006/main", "a"],
  ["http://purl.oclc.org/ooxml/drawingml/main", "a"],
  ["http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"],
  ["http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"],
  ["http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"],
  ["http://purl.oclc.org/ooxml/drawingml/picture", "pic"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);

class XmlFault extends Error {
  constructor(readonly fault: ReaderFault) {
    super(fault.code);
  }
}

/**
 * Streams an XML document into `handler`.
 *
 * Element and attribute names are given with the canonical prefix of their namespace ("w:p"
 * whatever prefix the file uses, "?:x" for a namespace nobody here reads). Refused: any DOCTYPE
 * ("doctype"), so that there are no entities but the five of XML; nesting or attributes beyond
 * the limits ("too-complex"); whatever is not well-formed ("damaged").
 */
export function readXml(xml: string, limits: XmlLimits, handler: XmlHandler): Result<void, ReaderFault> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  let attributes = 0;
  const refuse = (fault: ReaderFault): never => {
    throw new XmlFault(fault);
  };
  parser.on("doctype", () => refuse({ code: "doctype", params: {} }));
  parser.on("opentagstart", () => {
    attributes = 0;
    depth += 1;
    if (depth > limits.depth) refuse({ code: "too-complex", params: { limit: limits.depth, what: "depth" } });
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > limits.attributes) {
      refuse({ code: "too-complex", params: { limit: limits.attributes, what: "attributes" } });
    }
  });
  parser.on("opentag", (tag) => {
    const found = new Map<string, string>();
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      found.set(uri === "" ? local : canonical(uri, local), value);
    }
    handler.open?.(canonical(tag.uri, tag.local), found);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    handler.close?.(canonical(tag.uri, tag.local));
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  return run(() => parser.write(xml).close());
}

const canonical = (uri: string, local: string): string => `${PREFIXES.get(uri) ?? "?"}:${local}`;

function run(parse: () => void): Result<void, ReaderFault> {
  try {
    parse();
    return ok(undefined);
  } catch (error) {
    if (error instanceof XmlFault) return err(error.fault);
    if (!(error instanceof Error) || error instanceof TypeError) throw error;
    return err({ code: "damaged", params: { format: "xml", reason: "not-well-formed" } });
  }
}
