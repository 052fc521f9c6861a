import path from "node:path";
import { parseLocale } from "@/lib/core/text/locale";
import type { Archive } from "./check-epub";
import { allElements, named, textOf, type XmlElement } from "./xml-tree";

const OPF = "http://www.idpf.org/2007/opf";
const DC = "http://purl.org/dc/elements/1.1/";
const ACCESS = ["accessMode", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary"];

/** Metadata, manifest and spine against the files that are there. */
export function checkPackage(archive: Archive): readonly string[] {
  const { package: root } = archive;
  const faults: string[] = [];
  if (root.name !== "package" || root.uri !== OPF || root.attributes.version !== "3.0")
    faults.push("the package is not of version 3.0");
  const parts = root.children.filter((child) => typeof child !== "string").map(({ name }) => name);
  if (parts.join(" ") !== "metadata manifest spine") faults.push(`the package has ${parts.join(" ")}`);
  const ids = allElements(root).flatMap(({ attributes }) => attributes.id ?? []);
  if (new Set(ids).size !== ids.length) faults.push("the package has an id twice");
  return [...faults, ...metadataFaults(root, new Set(ids)), ...manifestFaults(archive), ...spineFaults(root)];
}

function metadataFaults(root: XmlElement, ids: ReadonlySet<string>): string[] {
  const modified = named(root, "meta")
    .filter(({ attributes }) => attributes.property === "dcterms:modified")
    .map(textOf);
  const isModified = modified.length === 1 && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(modified[0] ?? "");
  return [
    ...dublinCoreFaults(root),
    ...(isModified ? [] : [`dcterms:modified is ${modified.join(", ")}`]),
    ...propertyFaults(root, ids),
  ];
}

function dublinCoreFaults(root: XmlElement): string[] {
  const dc = (name: string) => named(root, name).filter(({ uri }) => uri === DC);
  const unique = root.attributes["unique-identifier"];
  const identifier = dc("identifier").find(({ attributes }) => attributes.id === unique);
  const faults = ["title", "language"].flatMap((name) => [
    ...(dc(name).length === 0 ? [`dc:${name} is missing`] : []),
    ...(dc(name).some((element) => textOf(element).trim() === "") ? [`dc:${name} is empty`] : []),
  ]);
  if (!identifier || textOf(identifier).trim() === "") faults.push("it has no unique identifier");
  const languages = dc("language").map(textOf);
  return [
    ...faults,
    ...languages.filter((one) => !parseLocale(one).ok).map((one) => `${one} is no language`),
  ];
}

const PROPERTY = /^(?:dcterms|schema|marc|a11y|rendition):[A-Za-z]+$|^role$/;

function propertyFaults(root: XmlElement, ids: ReadonlySet<string>): string[] {
  const metas = named(root, "meta").map(({ attributes }) => attributes);
  const properties = metas.map(({ property = "" }) => property);
  return [
    ...metas.flatMap(({ refines }) =>
      refines && !ids.has(refines.slice(1)) ? [`${refines} is refined and is not there`] : [],
    ),
    ...properties.filter((one) => !PROPERTY.test(one)).map((one) => `nobody knows the property ${one}`),
    ...ACCESS.filter((name) => !properties.includes(`schema:${name}`)).map(
      (name) => `schema:${name} is missing`,
    ),
  ];
}

function manifestFaults({ package: root, files, packagePath }: Archive): string[] {
  const faults: string[] = [];
  const items = named(root, "item");
  const paths = items.map(({ attributes }) =>
    path.posix.join(path.dirname(packagePath), attributes.href ?? ""),
  );
  if (new Set(paths).size !== paths.length) faults.push("the manifest has a file twice");
  for (const each of paths) if (!files.has(each)) faults.push(`${each} is in the manifest only`);
  for (const name of files.keys())
    if (name !== "mimetype" && !name.startsWith("META-INF/") && name !== packagePath && !paths.includes(name))
      faults.push(`${name} is not in the manifest`);
  for (const { attributes } of items) {
    const wanted = attributes.href?.endsWith(".css") ? "text/css" : "application/xhtml+xml";
    if (!attributes.id || attributes["media-type"] !== wanted)
      faults.push(`${attributes.href} is declared as ${attributes["media-type"]}`);
  }
  if (items.filter(({ attributes }) => attributes.properties === "nav").length !== 1)
    faults.push("there is not exactly one navigation document");
  return faults;
}

function spineFaults(root: XmlElement): string[] {
  const known = new Set(named(root, "item").map(({ attributes }) => attributes.id));
  const [spine] = named(root, "spine");
  const references = named(root, "itemref").map(({ attributes }) => attributes.idref);
  const direction = spine?.attributes["page-progression-direction"] ?? "default";
  return [
    ...(references.length === 0 ? ["the spine is empty"] : []),
    ...references.filter((id) => !known.has(id)).map((id) => `the spine has ${id}, which is not there`),
    ...(new Set(references).size !== references.length ? ["the spine has a document twice"] : []),
    ...(["ltr", "rtl", "default"].includes(direction) ? [] : [`pages go ${direction}`]),
  ];
}
