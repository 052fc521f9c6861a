import path from "node:path";
import type { Archive } from "./check-epub";
import { allElements, childElements, named, textOf, type XmlElement } from "./xml-tree";

const XHTML = "http://www.w3.org/1999/xhtml";

/** Elements of HTML that hold phrases only. */
const PHRASES_ONLY = new Set("p h1 h2 h3 h4 h5 h6 pre span a strong em u s code sup sub".split(" "));
const PHRASES = new Set("span a strong em u s code sup sub br".split(" "));
const OTHERS = new Set(
  "html head title link body header main section aside div blockquote ul ol li nav".split(" "),
);

/** XHTML, ids, links and the navigation. */
export function checkContent(archive: Archive): readonly string[] {
  const places = new Map([...archive.documents].map(([name, root]) => [name, idsOf(root)]));
  return [...archive.documents].flatMap(([name, root]) =>
    [
      ...documentFaults(root),
      ...linkFaults(name, root, places),
      ...allElements(root).flatMap(elementFaults),
      ...named(root, "nav").flatMap(navigationFaults),
    ].map((fault) => `${path.basename(name)}: ${fault}`),
  );
}

const idsOf = (root: XmlElement): readonly string[] =>
  allElements(root).flatMap(({ attributes }) => attributes.id ?? []);

function documentFaults(root: XmlElement): string[] {
  const ids = idsOf(root);
  const [title] = named(root, "title");
  return [
    ...(root.name === "html" && root.uri === XHTML ? [] : ["it is no XHTML"]),
    ...(title && textOf(title).trim() !== "" ? [] : ["it has no title"]),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `it has the id ${id} twice`),
    ...ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id)).map((id) => `${id} is no id`),
  ];
}

function linkFaults(
  name: string,
  root: XmlElement,
  places: ReadonlyMap<string, readonly string[]>,
): string[] {
  const targets = allElements(root).flatMap(({ name: element, attributes }) =>
    element === "a" ? (attributes.href ?? "") : [],
  );
  return targets.flatMap((href) => {
    if (/^(?:https?|mailto):/.test(href)) return URL.canParse(href) ? [] : [`${href} is no address`];
    const [file = "", fragment] = href.split("#");
    const ids = places.get(file === "" ? name : path.posix.join(path.dirname(name), file));
    return ids && (fragment === undefined || ids.includes(fragment)) ? [] : [`${href} leads nowhere`];
  });
}

function elementFaults(element: XmlElement): string[] {
  const { name, uri, attributes } = element;
  const isKnown = PHRASES_ONLY.has(name) || PHRASES.has(name) || OTHERS.has(name);
  const note = attributes["epub:type"] === "noteref" ? attributes.href : undefined;
  return [
    ...(uri === XHTML && isKnown ? [] : [`${name} does not belong there`]),
    ...contentFaults(element),
    ...(attributes.lang === attributes["xml:lang"] ? [] : [`${name} has two languages`]),
    ...Object.keys(attributes)
      .filter((attribute) => /^on|^style$|^src$/.test(attribute))
      .map((attribute) => `${name} has ${attribute}`),
    ...(note === undefined || attributes["aria-label"] ? [] : [`the mark of ${note} says nothing`]),
  ];
}

function contentFaults(element: XmlElement): string[] {
  const { name } = element;
  const inside = childElements(element);
  const foreign = PHRASES_ONLY.has(name) ? inside.filter((child) => !PHRASES.has(child.name)) : [];
  const isList = name === "ul" || name === "ol";
  const hasItemsOnly = inside.length > 0 && inside.every((child) => child.name === "li");
  return [
    ...foreign.map((child) => `${child.name} stands in ${name}`),
    ...(name === "a" && inside.some((child) => named(child, "a").length > 0) ? ["a link is in a link"] : []),
    ...(isList && !hasItemsOnly ? [`${name} has something else than items`] : []),
  ];
}

/** EPUB 3.3, 7.3: a heading, then one list, of whose items each is a link with words and at most one list. */
function navigationFaults(nav: XmlElement): string[] {
  const faults: string[] = [];
  const parts = childElements(nav).map(({ name }) => name);
  if (nav.attributes["epub:type"] !== "toc" || !/^(?:h[1-6] )?ol$/.test(parts.join(" ")))
    faults.push(`the navigation has ${parts.join(" ")}`);
  for (const item of named(nav, "li")) {
    const [link, ...rest] = childElements(item);
    if (link?.name !== "a" || textOf(link).trim() === "")
      faults.push("an entry of the navigation has no words");
    if (rest.length > 1 || rest.some(({ name }) => name !== "ol"))
      faults.push("an entry has more than a list");
  }
  return faults;
}
