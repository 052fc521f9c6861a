import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  readonly parent: XmlElement | null;
}

/** A well-formed document with namespaces as a tree; everything else throws. */
export function xmlTree(xml: string): XmlElement {
  let root: XmlElement | null = null;
  let open: XmlElement | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const element: XmlElement = {
      name: local,
      uri,
      attributes: Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value])),
      children: [],
      parent: open,
    };
    open?.children.push(element);
    root ??= element;
    open = element;
  });
  parser.on("text", (text) => {
    open?.children.push(text);
  });
  parser.on("closetag", () => {
    open = open?.parent ?? null;
  });
  parser.write(xml).close();
  if (!root) throw new Error("no element");
  return root;
}

/** The element and everything below it, in the order of the document. */
export const allElements = (root: XmlElement): readonly XmlElement[] => [
  root,
  ...root.children.flatMap((child) => (typeof child === "string" ? [] : allElements(child))),
];

export const childElements = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child) => typeof child !== "string");

export const textOf = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");

export const named = (root: XmlElement, name: string): readonly XmlElement[] =>
  allElements(root).filter((element) => element.name === name);
