import type { APIRequestContext } from "@playwright/test";
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";

type Element = DefaultTreeAdapterTypes.Element;

/** A page as a machine reads it. */
export interface ReadPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Attributes of all elements with this name, in order. */
  all(name: string): readonly Readonly<Record<string, string>>[];
  /** Content of the meta elements with this `name` or `property`. */
  meta(name: string): readonly string[];
  /** Language to whole address. */
  readonly alternates: Readonly<Record<string, string>>;
  readonly canonical: string | undefined;
  readonly data: unknown;
}

/** Fetches a page of the server under test without cookies and reads it. */
export async function readPage(request: APIRequestContext, address: string): Promise<ReadPage> {
  const answer = await request.get(address);
  if (answer.status() !== 200) throw new Error(`${address}: ${answer.status()}`);
  const html = await answer.text();
  const elements = elementsOf(parse(html));
  const all = (name: string) =>
    elements
      .filter(({ tagName }) => tagName === name)
      .map(({ attrs }) => Object.fromEntries(attrs.map((one) => [one.name, one.value])));
  const links = all("link");
  const script = elements.find(
    ({ tagName, attrs }) =>
      tagName === "script" && attrs.some(({ value }) => value === "application/ld+json"),
  );
  const text = script?.childNodes[0];
  return {
    html,
    headers: answer.headers(),
    all,
    meta: (name) =>
      all("meta")
        .filter((meta) => meta.name === name || meta.property === name)
        .map(({ content = "" }) => content),
    alternates: Object.fromEntries(
      links.flatMap(({ rel, hreflang, href = "" }) =>
        rel === "alternate" && hreflang ? [[hreflang, href]] : [],
      ),
    ),
    canonical: links.find(({ rel }) => rel === "canonical")?.href,
    data: text && defaultTreeAdapter.isTextNode(text) ? JSON.parse(text.value) : undefined,
  };
}

const elementsOf = (node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] =>
  node.childNodes.flatMap((child) => ("tagName" in child ? [child, ...elementsOf(child)] : []));
