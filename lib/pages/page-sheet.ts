import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from "parse5";
import { attribute } from "@/lib/core/interchange/html-elements";

type Element = DefaultTreeAdapterTypes.Element;

/** What the addresses of joined sheets begin with. */
export const SHEETS = "/styles/";

const CHUNK = /^\/_next\/static\/chunks\/([\w~-]{1,64})\.css$/;
const MOST_SHEETS = 32;
const SHEET = /^\/styles\/([\w~-]{1,64}(?:\+[\w~-]{1,64})*)\.css$/;

/**
 * Makes one file of the style sheets of the build that a page names, in their order: each of them is small, so that no
 * page fetches the styles of another kind of page, and each costs a request.
 */
export function joinSheets(links: readonly Element[]): void {
  const chunks = links.flatMap((link) => {
    const name = CHUNK.exec(attribute(link, "href") ?? "")?.[1];
    const isForAll = !attribute(link, "media") && attribute(link, "rel") === "stylesheet";
    return name !== undefined && isForAll ? [{ link, name }] : [];
  });
  const [first, ...others] = chunks;
  if (!first || others.length === 0 || chunks.length > MOST_SHEETS) return;
  for (const { link } of others) defaultTreeAdapter.detachNode(link);
  const names = new Set(chunks.map(({ name }) => name));
  first.link.attrs = [
    { name: "rel", value: "stylesheet" },
    { name: "href", value: `${SHEETS}${[...names].join("+")}.css` },
  ];
}

/** The names of the sheets that an address of `joinSheets` puts together; null: it is none. */
export function sheetNames(target: string): readonly string[] | null {
  const names = SHEET.exec(target)?.[1]?.split("+");
  return names && names.length <= MOST_SHEETS && new Set(names).size === names.length ? names : null;
}
