/** Run properties (`w:rPr`) of WordprocessingML that are inline formats. */
import type { Wrap } from "../inline-piece";
import type { Attributes } from "./xml-events";

/** True sets a format, false clears what a style set, absent says nothing. */
export type RunFormat = Readonly<Partial<Record<Exclude<Wrap["kind"], "link"> | "hidden", boolean>>>;

const TOGGLES: ReadonlyMap<string, keyof RunFormat> = new Map([
  ["w:b", "bold"],
  ["w:i", "italic"],
  ["w:strike", "strike"],
  ["w:dstrike", "strike"],
  ["w:vanish", "hidden"],
]);

/** The format with one more property taken into account; properties that are no format change nothing. */
export function readRunProperty(format: RunFormat, name: string, attributes: Attributes): RunFormat {
  const value = attributes.get("w:val");
  const toggle = TOGGLES.get(name);
  if (toggle) return { ...format, [toggle]: !["0", "false", "off"].includes(value ?? "") };
  if (name === "w:u") return { ...format, underline: value !== "none" && value !== undefined };
  if (name === "w:vertAlign") {
    return { ...format, superscript: value === "superscript", subscript: value === "subscript" };
  }
  return format;
}

const ORDER = ["bold", "italic", "underline", "strike", "superscript", "subscript", "code"] as const;

/** The formats that are set, as wraps. Underline inside a link is the link's look and left out. */
export function wrapsOf(format: RunFormat, isInLink: boolean): Wrap[] {
  return ORDER.filter((kind) => format[kind] === true && !(kind === "underline" && isInLink)).map((kind) => ({
    kind,
  }));
}
