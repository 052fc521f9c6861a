import type { FootnoteDefinition, FootnoteReference } from "mdast";

/** Footnotes of which each is written once, however many places lead to it. */
export interface MarkdownNotes {
  refer(text: string): FootnoteReference;
  definitions(): FootnoteDefinition[];
}

/** No notes yet. */
export function createMarkdownNotes(): MarkdownNotes {
  const numbers = new Map<string, string>();
  return {
    refer(text) {
      const identifier = numbers.get(text) ?? String(numbers.size + 1);
      numbers.set(text, identifier);
      return { type: "footnoteReference", identifier, label: identifier };
    },
    definitions: () =>
      [...numbers].map(([value, identifier]) => ({
        type: "footnoteDefinition",
        identifier,
        label: identifier,
        children: [{ type: "paragraph", children: [{ type: "text", value }] }],
      })),
  };
}
