import { UI_LOCALES } from "@/lib/i18n/locales";

/** A page about every article. */
export const ALL_ARTICLES = "*";

/** An address that readers have. */
export interface PageAddress {
  /** As it is kept: the path and the known part of the query. */
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
const LISTING = /^\/(?:robots\.txt|sitemap\.xml|feeds\/[A-Za-z0-9-]{2,35})$/;

/** Depend on who asks or on when, or live by their scripts: the framework's. */
const PER_REQUEST = new Set(["record", "report"]);

/** What a page of this name takes from the query, and what a value looks like. */
const QUERIES: Readonly<Record<string, RegExp>> = {
  parallel: /^with=[A-Za-z0-9-]{2,35}$/,
  changes: /^before=[1-9]\d{0,8}$/,
};

/** Reads the target of a request. Null for whatever is not one of these, as it is written here: then it is Next's. */
export function readPageAddress(target: string): PageAddress | null {
  const cut = target.indexOf("?");
  const pathname = cut < 0 ? target : target.slice(0, cut);
  const query = cut < 0 ? null : target.slice(cut + 1);
  if (FRONT.test(pathname)) return address(target, ALL_ARTICLES, "page", query === null);
  if (UNKEPT.test(pathname)) return address(target, ALL_ARTICLES, "page", false);
  if (LISTING.test(pathname)) return address(target, ALL_ARTICLES, "document", query === null);
  const page = ARTICLE.exec(pathname);
  const found = page ?? DOWNLOAD.exec(pathname);
  const last = found?.[2]?.split("/").at(-1) ?? "";
  if (!found || PER_REQUEST.has(last)) return null;
  const isKept = query === null || (QUERIES[last]?.test(query) ?? false);
  return address(target, found[1] ?? "", page ? "page" : "document", isKept);
}

const address = (path: string, tag: string, kind: PageAddress["kind"], isKept: boolean): PageAddress => ({
  path,
  tag,
  kind,
  isKept,
});
