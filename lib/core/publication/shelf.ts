/** The front page's articles, asked for by language, state of review and year of publication. */
import { parseLocale } from "../text/locale";

/** How much of a translation a second person has approved: all of it, a part, or nothing. */
export const REVIEW_STATES = ["all", "some", "none"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What somebody wants to see. Null: whatever there is. */
export interface ShelfWish {
  /** An article is wanted if it can be read in this language, as a translation or as the original. */
  readonly locale: string | null;
  readonly review: ReviewState | null;
  /** Year of publication in the time zone of the installation. */
  readonly year: number | null;
}

export const EVERYTHING: ShelfWish = { locale: null, review: null, year: null };

export interface FacetOption<T> {
  readonly value: T;
  /** Articles that would be shown with this value and the other wishes as they are; at least 1. */
  readonly count: number;
}

/** What can be chosen, by wish. */
export interface ShelfFacets {
  /** In the order of their tags. */
  readonly locale: readonly FacetOption<string>[];
  /** From all to nothing. */
  readonly review: readonly FacetOption<ReviewState>[];
  /** The latest first. */
  readonly year: readonly FacetOption<number>[];
}

/** A part of an address, as a framework gives it. */
type Asked = string | readonly string[] | undefined;

const textOf = (asked: Asked): string => (typeof asked === "string" ? asked : "");

/** Reads a wish from the parts of an address; what is no value of its kind asks for nothing. */
export function parseShelfWish(asked: Readonly<Record<string, Asked>>): ShelfWish {
  const locale = parseLocale(textOf(asked.language));
  const review = textOf(asked.review);
  const year = textOf(asked.year);
  return {
    locale: locale.ok ? locale.value : null,
    review: REVIEW_STATES.find((state) => state === review) ?? null,
    year: /^[12]\d{3}$/.test(year) ? Number(year) : null,
  };
}

/** The same as the query of an address, with a question mark; empty for everything on page 1. */
export function shelfQuery({ locale, review, year }: ShelfWish, page = 1): string {
  const query = new URLSearchParams();
  if (locale !== null) query.set("language", locale);
  if (review !== null) query.set("review", review);
  if (year !== null) query.set("year", String(year));
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

export const wishesNothing = ({ locale, review, year }: ShelfWish): boolean =>
  locale === null && review === null && year === null;
