import { parseLocale } from "@/lib/core/text/locale";
import { UI_LOCALES } from "@/lib/i18n/locales";

/** A page about every article. */
export const ALL_ARTICLES = "*";

/** An address that readers have. */
export interface PageAddress {
  /** As it is kept and asked of the framework: the path and the part of the query that says something to it. */
  readonly path: string;
  /** The slug that it is about, or `ALL_ARTICLES`. */
  readonly tag: string;
  /** A page of the interface, which loses its scripts, or a document as it is. */
  readonly kind: "page" | "document";
  /** False: it depends on more than publications, or on a query that says nothing to it. */
  readonly isKept: boolean;
}

const UI = `(?:${UI_LOCALES.join("|")})`;
const BELOW = "([a-z0-9-]{1,100})/[A-Za-z0-9-]{2,35}((?:/[A-Za-z0-9][A-Za-z0-9._-]*){0,4})";
const ARTICLE = new RegExp(`^/${UI}/articles/${BELOW}$`);
const FRONT = new RegExp(`^/${UI}$`);
const UNKEPT = new RegExp(`^/${UI}/(?:search$|(?:preview|reports)/[^/]+$)`);
const DOWNLOAD = new RegExp(`^/api/articles/${BELOW}$`);
const LISTING = /^\/(?:robots\.txt|sitemap\.xml|feeds\/[A-Za-z0-9-]{2,35}(?:\/[1-9]\d{0,5})?)$/;

/** Depend on who asks or on when, or live by their scripts: the framework's. */
const PER_REQUEST = new Set(["record", "report"]);

/** What an address takes from the query, and what it is kept for; whatever else a query holds says nothing to it. */
const QUERIES: Readonly<Record<string, { readonly names: readonly string[]; readonly kept?: RegExp }>> = {
  "": { names: ["language", "review", "year", "page"] },
  parallel: { names: ["with"], kept: /^with=[A-Za-z0-9-]{2,35}$/ },
  changes: { names: ["before"], kept: /^before=[1-9]\d{0,8}$/ },
  "sitemap.xml": { names: ["part"], kept: /^part=[1-9]\d{0,4}$/ },
};

/** Reads the target of a request. Null for whatever is not one of these, as it is written here: then it is Next's. */
export function readPageAddress(target: string): PageAddress | null {
  const cut = target.indexOf("?");
  const pathname = cut < 0 ? target : target.slice(0, cut);
  const query = cut < 0 ? "" : target.slice(cut + 1);
  if (FRONT.test(pathname)) return page(pathname, ALL_ARTICLES, "", query);
  if (UNKEPT.test(pathname)) return { path: target, tag: ALL_ARTICLES, kind: "page", isKept: false };
  if (LISTING.test(pathname)) return document(pathname, ALL_ARTICLES, query);
  const article = ARTICLE.exec(pathname);
  const [, slug = "", below = ""] = article ?? DOWNLOAD.exec(pathname) ?? [];
  const last = below.split("/").at(-1) ?? "";
  if (slug === "" || PER_REQUEST.has(last)) return null;
  return article
    ? page(pathname, slug, last === "" ? "article" : last, query)
    : document(pathname, slug, query);
}

function page(pathname: string, tag: string, name: string, query: string): PageAddress {
  return { ...asked(pathname, name, query), tag, kind: "page" };
}

/** Downloads answer to every spelling of a language; it is one document. */
function document(pathname: string, tag: string, query: string): PageAddress {
  const path = pathname
    .split("/")
    .map((part, index) => (index < 2 || part === tag || part.includes(".") ? part : canonical(part)))
    .join("/");
  return { ...asked(path, path.slice(1), query), tag, kind: "document" };
}

/** A shared link often carries the names of campaigns; it is the same page for them. */
function asked(path: string, name: string, query: string): Pick<PageAddress, "path" | "isKept"> {
  const { names = [], kept } = QUERIES[name] ?? {};
  const said = new URLSearchParams([...new URLSearchParams(query)].filter(([key]) => names.includes(key)));
  const isKept = said.size === 0 || (kept?.test(said.toString()) ?? false);
  return { path: said.size === 0 ? path : `${path}?${said}`, isKept };
}

function canonical(tag: string): string {
  const locale = parseLocale(tag);
  return locale.ok ? locale.value : tag;
}
