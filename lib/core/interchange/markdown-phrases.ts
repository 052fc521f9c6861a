/** Inline nodes as phrasing content of Markdown. */
import type { Html, PhrasingContent } from "mdast";
import type { InlineCode } from "../document/paragraph";
import type { InlineNode } from "../text/inline";

/** Formats that Markdown has no sign for, or (`~~` beside punctuation) none that always holds. */
const TAGS = { underline: "u", superscript: "sup", subscript: "sub", strike: "s" } as const;

/** `inHeading`: a heading is one line, so that a line break in it can only be a tag. */
export const markdownPhrases = (nodes: readonly InlineNode[], inHeading: boolean): PhrasingContent[] =>
  nodes.flatMap((node): PhrasingContent[] => {
    if (node.kind === "text") return [{ type: "text", value: node.text }];
    return coded(node.code, node.children, inHeading);
  });

function coded(code: InlineCode, children: readonly InlineNode[], inHeading: boolean): PhrasingContent[] {
  const inside = markdownPhrases(children, inHeading);
  switch (code.kind) {
    case "break":
      return [inHeading ? tag("<br>") : { type: "break" }];
    case "image":
      return [{ type: "image", url: code.href ?? "", alt: code.alt ?? "" }];
    case "bold":
      return [{ type: "strong", children: inside }];
    case "italic":
      return [{ type: "emphasis", children: inside }];
    case "code":
      return codeSpan(children, inside);
    case "link":
      return code.href ? [{ type: "link", url: code.href, children: inside }] : inside;
    case "strike":
    case "subscript":
    case "superscript":
    case "underline":
      return [tag(`<${TAGS[code.kind]}>`), ...inside, tag(`</${TAGS[code.kind]}>`)];
  }
}

/** Ticks hold text and nothing else; around formats stands the tag. */
function codeSpan(children: readonly InlineNode[], inside: PhrasingContent[]): PhrasingContent[] {
  const texts = children.map((child) => (child.kind === "text" ? child.text : null));
  return texts.includes(null)
    ? [tag("<code>"), ...inside, tag("</code>")]
    : [{ type: "inlineCode", value: texts.join("") }];
}

const tag = (value: string): Html => ({ type: "html", value });
