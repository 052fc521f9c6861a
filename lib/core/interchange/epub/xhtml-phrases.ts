/** Inline nodes as XHTML. */

import type { InlineCode } from "../../document/paragraph";
import { xmlText } from "../../publication/xml";
import type { InlineNode } from "../../text/inline";
import { INLINE_ELEMENTS } from "../../text/inline-elements";

export interface XhtmlContext {
  /** Ids of the document: a fragment that is none of them would lead nowhere, and is no link. */
  readonly ids: ReadonlySet<string>;
  /** Stands before the description of an image, which itself is never loaded. */
  readonly imageWord: string;
}

/** Well-formed whatever stands in the texts. A link in a link is text. */
export const xhtmlPhrases = (nodes: readonly InlineNode[], context: XhtmlContext, inLink = false): string =>
  nodes
    .map((node) =>
      node.kind === "text" ? xmlText(node.text) : coded(node.code, node.children, context, inLink),
    )
    .join("");

function coded(
  code: InlineCode,
  children: readonly InlineNode[],
  context: XhtmlContext,
  inLink: boolean,
): string {
  switch (code.kind) {
    case "break":
      return "<br/>";
    case "image": {
      const words = [context.imageWord, code.alt].filter(Boolean).join(": ");
      return `<em>[${linked(code.href, xmlText(words), context, inLink)}]</em>`;
    }
    case "link": {
      const inside = xhtmlPhrases(children, context, true);
      return linked(code.href, inside, context, inLink);
    }
    case "bold":
    case "code":
    case "italic":
    case "strike":
    case "subscript":
    case "superscript":
    case "underline": {
      const element = INLINE_ELEMENTS[code.kind];
      return `<${element}>${xhtmlPhrases(children, context, inLink)}</${element}>`;
    }
  }
}

const ELSEWHERE = /^(?:https?:\/\/|mailto:)/i;

function linked(href: string | undefined, inside: string, { ids }: XhtmlContext, inLink: boolean): string {
  const leads = href && (ELSEWHERE.test(href) || (href.startsWith("#") && ids.has(href.slice(1))));
  return leads && !inLink ? `<a href="${xmlText(href)}">${inside}</a>` : inside;
}
