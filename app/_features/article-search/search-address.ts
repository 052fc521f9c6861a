import type { UiLocale } from "@/lib/i18n/locales";

/** What was searched for, where, and which page of it. */
export interface SearchPlace {
  readonly query: string;
  /** Null: in all languages. */
  readonly locale: string | null;
  /** Null: in all articles. */
  readonly slug: string | null;
  /** From 1. */
  readonly page: number;
}

/** The address of a search and its answer. */
export function searchAddress(ui: UiLocale, { query, locale, slug, page }: SearchPlace): string {
  const asked = new URLSearchParams({ q: query });
  if (locale !== null) asked.set("in", locale);
  if (slug !== null) asked.set("article", slug);
  if (page > 1) asked.set("page", String(page));
  return `/${ui}/search?${asked}`;
}
