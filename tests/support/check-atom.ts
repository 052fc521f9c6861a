import { childElements, textOf, type XmlElement, xmlTree } from "./epub/xml-tree";

const ATOM = "http://www.w3.org/2005/Atom";
const HISTORY = "http://purl.org/syndication/history/1.0";

/** How often a child may stand in its element (RFC 4287, 4.1.1 and 4.1.2); what is not named may not stand there. */
type Rules = Readonly<Record<string, "one" | "at most one" | "any">>;

const FEED: Rules = {
  author: "any",
  category: "any",
  contributor: "any",
  generator: "at most one",
  icon: "at most one",
  id: "one",
  link: "any",
  logo: "at most one",
  rights: "at most one",
  subtitle: "at most one",
  title: "one",
  updated: "one",
  entry: "any",
};

const ENTRY: Rules = {
  author: "any",
  category: "any",
  content: "at most one",
  contributor: "any",
  id: "one",
  link: "any",
  published: "at most one",
  rights: "at most one",
  source: "at most one",
  summary: "at most one",
  title: "one",
  updated: "one",
};

/** What is wrong with a feed by RFC 4287, and with its archives by RFC 5005: nothing, or one sentence for each fault. */
export function checkAtom(xml: string): readonly string[] {
  const feed = xmlTree(xml);
  if (feed.name !== "feed" || feed.uri !== ATOM) return ["it is no feed"];
  const entries = children(feed, "entry");
  const ids = entries.flatMap((entry) => children(entry, "id").map(textOf));
  return [
    ...countFaults(feed, FEED),
    ...commonFaults(feed),
    ...entries.flatMap((entry) => entryFaults(entry, feed)),
    ...archiveFaults(feed),
    ...(linksOf(feed, "self").length === 1 ? [] : ["it does not say where it is"]),
    ...(new Set(ids).size === ids.length ? [] : ["two entries have one id"]),
  ];
}

const children = (element: XmlElement, name: string): readonly XmlElement[] =>
  childElements(element).filter((child) => child.name === name && child.uri === ATOM);

const linksOf = (element: XmlElement, rel: string): readonly XmlElement[] =>
  children(element, "link").filter(({ attributes }) => (attributes.rel ?? "alternate") === rel);

function entryFaults(entry: XmlElement, feed: XmlElement): string[] {
  const hasAuthor = [entry, feed].some((element) => children(element, "author").length > 0);
  const hasText = children(entry, "content").length > 0 || linksOf(entry, "alternate").length > 0;
  return [
    ...countFaults(entry, ENTRY),
    ...commonFaults(entry),
    ...(hasAuthor ? [] : ["an entry has no author"]),
    ...(hasText ? [] : ["an entry has neither content nor an alternate"]),
  ];
}

/** An archive says that it is one, and where the current document is; and every address of a document is another one (4.1). */
function archiveFaults(feed: XmlElement): string[] {
  const to = (rel: string) => linksOf(feed, rel).map(({ attributes }) => attributes.href ?? "");
  const isArchive = childElements(feed).some(({ name, uri }) => name === "archive" && uri === HISTORY);
  const [current = [], self = [], ways = []] = [
    to("current"),
    to("self"),
    [...to("prev-archive"), ...to("next-archive")],
  ];
  const id = children(feed, "id").map(textOf)[0];
  const languageless = children(feed, "entry").filter((entry) => {
    const [title] = children(entry, "title");
    const [link] = linksOf(entry, "alternate");
    return !title?.attributes["xml:lang"] || title.attributes["xml:lang"] !== link?.attributes.hreflang;
  });
  return [
    ...(!isArchive && current.length > 0
      ? ["a document with archives is itself none, and names a current one"]
      : []),
    ...(isArchive && current.length !== 1 ? ["an archive does not name the current document"] : []),
    ...(isArchive && current.length === 1 && id !== current[0]
      ? ["an archive has an identity of its own"]
      : []),
    ...(new Set(ways).size === ways.length ? [] : ["two archives have one address"]),
    ...(ways.some((way) => self.includes(way)) ? ["an archive leads to itself"] : []),
    ...languageless.map(() => "a title does not say the language of what it leads to"),
  ];
}

function countFaults(element: XmlElement, rules: Rules): string[] {
  const names = childElements(element)
    .filter(({ uri }) => uri === ATOM)
    .map(({ name }) => name);
  const strange = names.filter((name) => !(name in rules)).map((name) => `${name} stands in ${element.name}`);
  const wrong = Object.entries(rules).filter(([name, rule]) => {
    const count = children(element, name).length;
    return (rule === "one" && count !== 1) || (rule === "at most one" && count > 1);
  });
  return [...strange, ...wrong.map(([name]) => `${element.name} has not ${rules[name]} ${name}`)];
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function commonFaults(element: XmlElement): string[] {
  const times = ["updated", "published"].flatMap((name) =>
    children(element, name).map((time) => [name, textOf(time)] as const),
  );
  const kinds = linksOf(element, "alternate").map(
    ({ attributes }) => `${attributes.type} ${attributes.hreflang}`,
  );
  const hasText = element.children.some((child) => typeof child === "string" && child.trim() !== "");
  return [
    ...times
      .filter(([, time]) => !TIME.test(time) || Number.isNaN(Date.parse(time)))
      .map(([name, time]) => `${name} is ${time}`),
    ...children(element, "id")
      .map(textOf)
      .filter((id) => !URL.canParse(id))
      .map((id) => `${id} is no identity`),
    ...children(element, "link")
      .filter(({ attributes }) => !URL.canParse(attributes.href ?? ""))
      .map(({ attributes }) => `a link leads to ${attributes.href}`),
    ...children(element, "author")
      .filter((author) => children(author, "name").length !== 1)
      .map(() => "an author has no name"),
    ...(new Set(kinds).size === kinds.length ? [] : [`${element.name} has two alternates of one kind`]),
    ...(hasText ? [`${element.name} has text of its own`] : []),
  ];
}
