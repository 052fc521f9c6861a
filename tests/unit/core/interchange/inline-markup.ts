/** Random inline content, and writers of it for the formats that nest elements. */
import fc from "fast-check";

export interface MarkupText {
  readonly text: string;
}
export interface MarkupElement {
  readonly kind: "bold" | "italic" | "code" | "link";
  readonly href?: string;
  readonly children: readonly Markup[];
}
export type Markup = MarkupText | MarkupElement;

const text = fc.record({
  text: fc.string({
    unit: fc.constantFrom("a", "ß", "é", " ", "<", "2", "/", ">", "&", "日", "🙂", "\u00a0", "\u00ad"),
    minLength: 1,
    maxLength: 5,
  }),
});

/** Trees of up to four levels. Links hold no links, as HTML forbids it. */
export const markup: fc.Arbitrary<Markup[]> = fc.letrec<{ node: Markup; nodes: Markup[] }>((tie) => ({
  nodes: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.record({ kind: fc.constantFrom("bold", "italic", "code"), children: tie("nodes") }),
    fc.record({
      kind: fc.constant("link" as const),
      href: fc.constantFrom("https://a.example/", "https://b.example/"),
      children: fc.array(text, { minLength: 1, maxLength: 2 }),
    }),
  ) as fc.Arbitrary<Markup>,
})).nodes;

/** Visible characters with the names of the formats around each. */
export function formattedLetters(nodes: readonly Markup[], around: readonly string[] = []): string[] {
  return nodes.flatMap((node) => {
    if ("text" in node) {
      const letters = [...node.text].filter((character) => !/\s/u.test(character));
      return letters.map((letter) => `${letter} ${[...new Set(around)].sort()}`);
    }
    return formattedLetters(node.children, [...around, [node.kind, node.href].filter(Boolean).join(" ")]);
  });
}

export const escapeXml = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
