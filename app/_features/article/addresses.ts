import { CHANGES_AT_ONCE } from "@/lib/core/publication/corrections";
import { languageOf } from "@/lib/core/text/locale";
import { FALLBACK_LOCALE, isUiLocale, UI_LOCALES, type UiLocale } from "@/lib/i18n/locales";

/** An article in one of its languages, inside the interface of another (or the same). */
export const articleAddress = (ui: UiLocale, slug: string, locale: string, fragment?: string): string =>
  `/${ui}/articles/${slug}/${locale}${fragment ? `#${fragment}` : ""}`;

/** Two languages of an article; without `beside` the page chooses the second. */
export const parallelAddress = (
  ui: UiLocale,
  slug: string,
  locale: string,
  beside?: string,
  fragment?: string,
): string =>
  `${articleAddress(ui, slug, locale)}/parallel${beside ? `?with=${encodeURIComponent(beside)}` : ""}${fragment ? `#${fragment}` : ""}`;

/**
 * The one address under which a text is to be found, however many languages the interface
 * has: the interface in the language of the text, or in the fallback.
 */
export function canonicalAddress(slug: string, locale: string): string {
  const language = languageOf(locale);
  return articleAddress(isUiLocale(language) ? language : FALLBACK_LOCALE, slug, locale);
}

/** How a translation was made. */
export const madeAddress = (ui: UiLocale, slug: string, locale: string): string =>
  `${articleAddress(ui, slug, locale)}/made`;

/** Those of the publications that came before one of them. */
export const olderChangesAddress = (ui: UiLocale, slug: string, locale: string, before: number): string =>
  `${changesAddress(ui, slug, locale)}?before=${before}`;

/**
 * A page of an article in each language of the interface, as `alternates` name them; readers of other languages find the
 * best one under the address without any.
 */
export const inEachInterface = (address: string): Record<string, string> => {
  const rest = address.replace(/^\/[^/]+/, "");
  return {
    ...Object.fromEntries(UI_LOCALES.map((ui) => [ui, `/${ui}${rest}`])),
    "x-default": rest,
  };
};

/** What later publications of a translation changed. */
export const changesAddress = (ui: UiLocale, slug: string, locale: string): string =>
  `${articleAddress(ui, slug, locale)}/changes`;

/** What one publication changed: its place in the list, on the page that has it. `current`: the number of the last one. */
export const changeAddress = (
  ui: UiLocale,
  slug: string,
  locale: string,
  { number, current }: { readonly number: number; readonly current: number },
): string => {
  const isLatest = number > current - CHANGES_AT_ONCE;
  const page = isLatest
    ? changesAddress(ui, slug, locale)
    : olderChangesAddress(ui, slug, locale, number + 1);
  return `${page}#version-${number}`;
};

/** A translation as it was published then. */
export const versionAddress = (ui: UiLocale, slug: string, locale: string, version: number): string =>
  `${articleAddress(ui, slug, locale)}/versions/${version}`;

/** The form on which a reader reports an error in a paragraph. */
export const reportAddress = (ui: UiLocale, slug: string, locale: string, anchor: string): string =>
  `${articleAddress(ui, slug, locale)}/report?paragraph=${encodeURIComponent(anchor)}`;

/** The review record of an article in one of its target languages. */
export const recordAddress = (slug: string, locale: string): string =>
  `/api/articles/${slug}/${locale}/record`;

/** Files of an article in one language or, with `beside`, in two. */
export const downloadAddress = (
  file: "text.md" | "book.epub",
  slug: string,
  locale: string,
  beside?: string,
): string => `/api/articles/${slug}/${locale}/${beside ? `${beside}/` : ""}${file}`;

/** Width and height of the picture, in pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** The picture that networks show beside a link to the article. */
export const pictureAddress = (slug: string, locale: string): string =>
  `/api/articles/${slug}/${locale}/picture.png`;

/** Where other sites ask how to embed a page; `page` is a whole address. */
export const oembedAddress = (page: string, format: "json" | "xml"): string =>
  `/api/oembed?format=${format}&url=${encodeURIComponent(page)}`;

/** The article and language that a path of ours names, in whatever view; null for every other path. */
export function readArticlePath(
  path: string,
): { readonly slug: string; readonly locale: string | null } | null {
  const parts = /^(?:\/([a-z]{2}))?\/articles\/([a-z0-9-]+)(?:\/([A-Za-z0-9-]+)(?:\/parallel)?)?$/.exec(path);
  const [, ui, slug, locale = null] = parts ?? [];
  return slug && (ui === undefined || isUiLocale(ui)) ? { slug, locale } : null;
}

/** The address without any language: leads each reader to the best one. */
export const bareAddress = (slug: string): string => `/articles/${slug}`;
