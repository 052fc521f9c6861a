/** A line of the head that stands before a Markdown text. */
export type FrontMatter = Readonly<Record<string, string | number | readonly string[]>>;

/** Printable by YAML's rules, and without signs that reorder or hide what stands beside them. */
const UNPRINTABLE = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g;

/** The head as YAML, every text quoted, so that none can be taken for anything else. */
export function writeFrontMatter(entries: FrontMatter): string {
  const lines = Object.entries(entries).map(([name, value]) => `${name}: ${scalar(value)}`);
  return ["---", ...lines, "---", ""].join("\n");
}

function scalar(value: FrontMatter[string]): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return `[${value.map(scalar).join(", ")}]`;
  return JSON.stringify(value).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
