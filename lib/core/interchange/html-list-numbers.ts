/** Which number HTML puts before each item of a list. */
import type { DefaultTreeAdapterMap } from "parse5";
import { attribute } from "./html-elements";

type Element = DefaultTreeAdapterMap["element"];

/** Counts the items of one list in document order. */
export interface ListNumbers {
  /** The number of an item, or null where the list has none. */
  next(item: Element): number | null;
}

export const NO_NUMBERS: ListNumbers = { next: () => null };

/**
 * Numbers of the items of a list as HTML counts them (`start`, `reversed`, `value`); only `ol` has
 * any. Letters and Roman numerals are shown as figures.
 */
export function numbersOfList(list: Element): ListNumbers {
  if (list.tagName !== "ol") return NO_NUMBERS;
  const isReversed = attribute(list, "reversed") !== undefined;
  let next = integer(attribute(list, "start")) ?? (isReversed ? countItems(list) : 1);
  return {
    next(item) {
      const number = integer(attribute(item, "value")) ?? next;
      next = number + (isReversed ? -1 : 1);
      return number;
    },
  };
}

const countItems = (list: Element): number => list.childNodes.filter((node) => node.nodeName === "li").length;

function integer(value: string | undefined): number | null {
  const found = /^\s*([+-]?\d{1,10})/.exec(value ?? "");
  return found ? Number(found[1]) : null;
}
