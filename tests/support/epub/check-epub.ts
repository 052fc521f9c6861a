import { strFromU8, unzipSync } from "fflate";
import { checkContent } from "./check-content";
import { checkPackage } from "./check-package";
import { named, type XmlElement, xmlTree } from "./xml-tree";

export interface Archive {
  readonly files: ReadonlyMap<string, string>;
  /** Path of the package document. */
  readonly packagePath: string;
  readonly package: XmlElement;
  readonly documents: ReadonlyMap<string, XmlElement>;
}

/**
 * What is wrong with a book by the rules of EPUB 3.3 for containers, packages, navigation and
 * content, as far as they bear on books of text: nothing, or one sentence for each fault.
 */
export function checkEpub(bytes: Uint8Array): readonly string[] {
  const faults = checkFirstFile(bytes);
  const files = new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
  for (const name of files.keys())
    if (/^\/|\\|(?:^|\/)\.\.(?:\/|$)|[\p{Cc}"*:<>?|]/u.test(name)) faults.push(`a file is called ${name}`);
  const packagePath = rootFile(files, faults);
  const packageText = files.get(packagePath);
  if (packageText === undefined) return [...faults, "the container leads to no package document"];
  const archive: Archive = {
    files,
    packagePath,
    package: xmlTree(packageText),
    documents: new Map(
      [...files].filter(([name]) => name.endsWith(".xhtml")).map(([name, text]) => [name, xmlTree(text)]),
    ),
  };
  return [...faults, ...checkPackage(archive), ...checkContent(archive)];
}

const MIMETYPE = "application/epub+zip";

/** OCF 3.3: the archive begins with "mimetype", stored, without an extra field and without encryption. */
function checkFirstFile(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [flags, method, size] = [view.getUint16(6, true), view.getUint16(8, true), view.getUint32(18, true)];
  const [nameLength, extraLength] = [view.getUint16(26, true), view.getUint16(28, true)];
  const name = strFromU8(bytes.subarray(30, 30 + nameLength));
  const content = strFromU8(bytes.subarray(30 + nameLength, 30 + nameLength + size));
  const faults: string[] = [];
  if (view.getUint32(0, true) !== 0x04034b50) faults.push("it is no ZIP archive");
  if (name !== "mimetype") faults.push(`the first file is ${name}`);
  if (method !== 0) faults.push("mimetype is compressed");
  if ((flags & 0b1001) !== 0) faults.push("mimetype is encrypted or its size stands behind it");
  if (extraLength !== 0) faults.push("mimetype has an extra field");
  if (content !== MIMETYPE) faults.push(`mimetype says ${content}`);
  return faults;
}

function rootFile(files: ReadonlyMap<string, string>, faults: string[]): string {
  const container = files.get("META-INF/container.xml");
  if (container === undefined) {
    faults.push("META-INF/container.xml is missing");
    return "";
  }
  const root = xmlTree(container);
  if (root.uri !== "urn:oasis:names:tc:opendocument:xmlns:container" || root.attributes.version !== "1.0")
    faults.push("container.xml is of another kind");
  const [first] = named(root, "rootfile");
  if (first?.attributes["media-type"] !== "application/oebps-package+xml")
    faults.push("the root file has another media type");
  return first?.attributes["full-path"] ?? "";
}
