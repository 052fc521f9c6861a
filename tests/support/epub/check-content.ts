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
  const inside = childElements(element);
  const faults: string[] = [];
  if (uri !== XHTML || !(PHRASES_ONLY.has(name) || PHRASES.has(name) || OTHERS.has(name)))
    faults.push(`${name} does not belong there`);
  if (PHRASES_ONLY.has(name))
    for (const child of inside) if (!PHRASES.has(child.name)) faults.push(`${child.name} stands in ${name}`);
  if (name === "a" && inside.some((child) => named(child, "a").length > 0))
    faults.push("a link is in a link");
  if (
    (name === "ul" || name === "ol") &&
    (inside.length === 0 || inside.some((child) => child.name !== "li"))
  )
    faults.push(`${name} has something else than items`);
  if (attributes.lang !== attributes["xml:lang"]) faults.push(`${name} has two languages`);
  for (const attribute of Object.keys(attributes))
    if (/^on|^style$|^src$/.test(attribute)) faults.push(`${name} has ${attribute}`);
  const note = attributes["epub:type"] === "noteref" ? attributes.href : undefined;
  if (note !== undefined && !attributes["aria-label"]) faults.push(`the mark of ${note} says nothing`);
  return faults;
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
