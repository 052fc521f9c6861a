import type { ReactNode } from "react";
import type { InlineCode } from "@/lib/core/document/paragraph";
import { type InlineCodeTable, type InlineNode, parseInline } from "@/lib/core/text/inline";
import { INLINE_ELEMENTS } from "@/lib/core/text/inline-elements";

/** Addresses that a text of somebody else may lead to. Everything else is shown without a link. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|#)/i;

interface Look {
  /** False where a click means something else than following: links are then only drawn as such. */
  readonly followsLinks: boolean;
  /** "Image": stands before the description, because an image itself is never loaded. */
  readonly imageWord: ReactNode;
  /** A link in a link cannot be followed: the outer one counts. */
  readonly isInLink?: boolean;
}

/** A paragraph's text with its formatting. Works in server and client components. */
export function InlineText({
  text,
  codes,
  followsLinks = true,
  imageWord = null,
}: {
  readonly text: string;
  readonly codes: readonly InlineCode[] | InlineCodeTable;
} & Partial<Look>) {
  return renderNodes(parseInline(text, codes), { followsLinks, imageWord });
}

function renderNodes(nodes: readonly InlineNode[], look: Look): ReactNode {
  return nodes.map((node, index) =>
    node.kind === "text" ? (
      node.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change their order
      <Code key={index} code={node.code} look={look}>
        {renderNodes(node.children, node.code.kind === "link" ? { ...look, isInLink: true } : look)}
      </Code>
    ),
  );
}

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
      return <Image code={code} look={look} />;
    case "link":
      return (
        <Link href={code.href} look={look}>
          {children}
        </Link>
      );
    case "bold":
    case "code":
    case "italic":
    case "strike":
    case "subscript":
    case "superscript":
    case "underline": {
      const Element = INLINE_ELEMENTS[code.kind];
      return <Element>{children}</Element>;
    }
  }
}

function Link({
  href,
  look,
  children,
}: {
  readonly href: string | undefined;
  readonly look: Look;
  readonly children: ReactNode;
}) {
  if (!href || look.isInLink || !SAFE_ADDRESS.test(href)) return children;
  return look.followsLinks ? (
    <a href={href} rel="noopener nofollow">
      {children}
    </a>
  ) : (
    <u title={href}>{children}</u>
  );
}

/** The description in place of the image: loading it from elsewhere would tell others who reads. */
function Image({ code, look }: { readonly code: InlineCode; readonly look: Look }) {
  const { imageWord } = look;
  return (
    <em>
      [
      <Link href={code.href} look={look}>
        {imageWord}
        {imageWord && code.alt && ": "}
        {code.alt ? <bdi>{code.alt}</bdi> : !imageWord && "…"}
      </Link>
      ]
    </em>
  );
}
