import type { ReactNode } from "react";
import type { InlineCode } from "@/lib/core/document/paragraph";
import { type InlineNode, parseInline } from "@/lib/core/text/inline";

/** Addresses that a text of somebody else may lead to. Everything else is shown without a link. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|#)/i;

interface Look {
  /** False where a click means something else than following: links are then only drawn as such. */
  readonly followsLinks: boolean;
}

/** A paragraph's text with its formatting. Works in server and client components. */
export function InlineText({
  text,
  codes,
  followsLinks = true,
}: {
  readonly text: string;
  readonly codes: readonly InlineCode[];
} & Partial<Look>) {
  return renderNodes(parseInline(text, codes), { followsLinks });
}

function renderNodes(nodes: readonly InlineNode[], look: Look): ReactNode {
  return nodes.map((node, index) =>
    node.kind === "text" ? (
      node.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change their order
      <Code key={index} code={node.code} look={look}>
        {renderNodes(node.children, look)}
      </Code>
    ),
  );
}

const ELEMENTS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strike: "s",
  code: "code",
  superscript: "sup",
  subscript: "sub",
} as const;

function Code({
  code,
  look,
  children,
}: {
  readonly code: InlineCode;
  readonly look: Look;
  readonly children: ReactNode;
}) {
  switch (code.kind) {
    case "break":
      return <br />;
    case "image":
      return <em>[{code.alt ?? ""}]</em>;
    case "link": {
      const href = code.href && SAFE_ADDRESS.test(code.href) ? code.href : null;
      if (!href) return children;
      return look.followsLinks ? (
        <a href={href} rel="noopener nofollow">
          {children}
        </a>
      ) : (
        <u title={href}>{children}</u>
      );
    }
    default: {
      const Element = ELEMENTS[code.kind];
      return <Element>{children}</Element>;
    }
  }
}
