/** Which number HTML puts before each item of a list, and how it is written. */
import type { DefaultTreeAdapterMap } from "parse5";
import { NUMBER_STYLES, type NumberStyle, TYPES_OF_STYLES } from "../document/number-style";
import { type ListNumber, listNumber } from "../document/paragraph";
import { attribute } from "./html-elements";

type Element = DefaultTreeAdapterMap["element"];

/** Counts the items of one list in document order. */
export interface ListNumbers {
  /** The number of an item; nothing where the list has none. */
  next(item: Element): ListNumber;
}

export const NO_NUMBERS: ListNumbers = { next: () => ({}) };

/**
 * Numbers of the items of a list as HTML counts them (`start`, `reversed`, `value`); only `ol` has
 * any. An item's own style goes before that of the list, and `list-style` before `type`.
 */
export function numbersOfList(list: Element): ListNumbers {
  if (list.tagName !== "ol") return NO_NUMBERS;
  const isReversed = attribute(list, "reversed") !== undefined;
  const style = styleOf(list) ?? FIGURES;
  let next = integer(attribute(list, "start")) ?? (isReversed ? countItems(list) : 1);
  return {
    next(item) {
      const number = integer(attribute(item, "value")) ?? next;
      next = number + (isReversed ? -1 : 1);
      const own = styleOf(item) ?? style;
      return listNumber(number, own === FIGURES ? null : own);
    },
  };
}

const FIGURES = "decimal";
type Style = NumberStyle | typeof FIGURES;

const STYLES: ReadonlyMap<string, Style> = new Map<string, Style>([
  ["1", FIGURES],
  ...NUMBER_STYLES.map((style) => [TYPES_OF_STYLES[style], style] as const),
]);

const STYLES_OF_CSS: ReadonlyMap<string, Style> = new Map<string, Style>([
  ["decimal", FIGURES],
  ["lower-latin", "lower-alpha"],
  ["upper-latin", "upper-alpha"],
  ...NUMBER_STYLES.map((style) => [style, style] as const),
]);

/** What CSS asks for and we do not have is written in figures, as `type` may say something that nobody sees. */
function styleOf(element: Element): Style | undefined {
  const css = (attribute(element, "style") ?? "").replaceAll(NO_KEYWORDS, " ").toLowerCase();
  const [, declared] = [...css.matchAll(LIST_STYLE)].at(-1) ?? [];
  const words = declared?.match(/[a-z-]+/g)?.filter((word) => !OTHER_KEYWORDS.has(word)) ?? [];
  const [word] = words;
  if (word !== undefined) return STYLES_OF_CSS.get(word) ?? FIGURES;
  return STYLES.get(attribute(element, "type")?.trim() ?? "");
}

const LIST_STYLE = /(?:^|;)\s*list-style(?:-type)?\s*:([^;]*)/g;
const NO_KEYWORDS = /url\([^)]*\)|"[^"]*"|'[^']*'|\/\*.*?\*\//gi;
/** Say where the number stands or what else is said elsewhere, not how it is written. */
const OTHER_KEYWORDS: ReadonlySet<string> = new Set([
  "inside",
  "outside",
  "important",
  "initial",
  "inherit",
  "unset",
]);

const countItems = (list: Element): number => list.childNodes.filter((node) => node.nodeName === "li").length;

function integer(value: string | undefined): number | null {
  const found = /^\s*([+-]?\d{1,10})/.exec(value ?? "");
  return found ? Number(found[1]) : null;
}
