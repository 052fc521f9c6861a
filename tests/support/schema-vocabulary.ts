/** The part of schema.org's vocabulary that pages use: which types there are, and what each property says of what. */
const PARENTS: Readonly<Record<string, string | null>> = {
  Thing: null,
  CreativeWork: "Thing",
  Article: "CreativeWork",
  MediaObject: "CreativeWork",
  Organization: "Thing",
  Person: "Thing",
};

interface Property {
  readonly domain: string;
  /** Types, or the data types "Text", "URL", "DateTime", "Boolean", "Language". */
  readonly ranges: readonly string[];
}

const PROPERTIES: Readonly<Record<string, Property>> = {
  name: { domain: "Thing", ranges: ["Text"] },
  description: { domain: "Thing", ranges: ["Text"] },
  url: { domain: "Thing", ranges: ["URL"] },
  image: { domain: "Thing", ranges: ["URL"] },
  mainEntityOfPage: { domain: "Thing", ranges: ["CreativeWork", "URL"] },
  headline: { domain: "CreativeWork", ranges: ["Text"] },
  inLanguage: { domain: "CreativeWork", ranges: ["Language"] },
  datePublished: { domain: "CreativeWork", ranges: ["DateTime"] },
  dateModified: { domain: "CreativeWork", ranges: ["DateTime"] },
  isAccessibleForFree: { domain: "CreativeWork", ranges: ["Boolean"] },
  publisher: { domain: "CreativeWork", ranges: ["Organization", "Person"] },
  editor: { domain: "CreativeWork", ranges: ["Person"] },
  translator: { domain: "CreativeWork", ranges: ["Organization", "Person"] },
  creditText: { domain: "CreativeWork", ranges: ["Text"] },
  encoding: { domain: "CreativeWork", ranges: ["MediaObject"] },
  encodingFormat: { domain: "CreativeWork", ranges: ["Text", "URL"] },
  contentUrl: { domain: "MediaObject", ranges: ["URL"] },
  translationOfWork: { domain: "CreativeWork", ranges: ["CreativeWork"] },
  workTranslation: { domain: "CreativeWork", ranges: ["CreativeWork"] },
};

const isA = (type: string, wanted: string): boolean =>
  type === wanted || (PARENTS[type] ? isA(PARENTS[type], wanted) : false);

const isLanguage = (value: string): boolean => {
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
};

const DATA_TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === "string" && value.trim() !== "",
  URL: (value) => typeof value === "string" && URL.canParse(value),
  DateTime: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value),
  Boolean: (value) => typeof value === "boolean",
  Language: (value) => typeof value === "string" && isLanguage(value),
};

/** What is wrong with a document in JSON-LD by that vocabulary: nothing, or one sentence for each fault. */
export function checkJsonLd(document: unknown): readonly string[] {
  const context = (document as { "@context"?: unknown } | null)?.["@context"];
  return [
    ...(context === "https://schema.org" ? [] : [`the context is ${String(context)}`]),
    ...nodeFaults(document, "it"),
  ];
}

function nodeFaults(node: unknown, place: string): readonly string[] {
  if (typeof node !== "object" || node === null) return [`${place} is no node`];
  const { "@context": _context, "@type": type, "@id": id, ...properties } = node as Record<string, unknown>;
  if (typeof type !== "string" || !(type in PARENTS)) return [`${place} is a ${String(type)}`];
  const faults = id === undefined || URL.canParse(String(id)) ? [] : [`${place} has the id ${String(id)}`];
  return [
    ...faults,
    ...Object.entries(properties).flatMap(([name, value]) => propertyFaults(type, name, value, place)),
  ];
}

function propertyFaults(type: string, name: string, value: unknown, place: string): readonly string[] {
  const property = PROPERTIES[name];
  const where = `${place}.${name}`;
  if (!property) return [`${where} is no property`];
  if (!isA(type, property.domain)) return [`${where} is no property of ${type}`];
  return [value].flat().flatMap((each: unknown) => {
    const nodeType = (each as { "@type"?: string } | null)?.["@type"];
    const isRight = property.ranges.some((range) =>
      nodeType === undefined ? DATA_TYPES[range]?.(each) : isA(nodeType, range),
    );
    if (!isRight) return [`${where} is ${JSON.stringify(each)}`];
    return nodeType === undefined ? [] : nodeFaults(each, where);
  });
}
