/** An independent reading of markers, to check what the readers of formats wrote. */
import type { DocumentText } from "@/lib/core/document/paragraph";

export interface FormattedCharacter {
  readonly character: string;
  /** Sorted "bold", "link https://…" … of the codes around it. */
  readonly formats: readonly string[];
}

/**
 * The characters of one paragraph with the codes around each; breaks are "\n", images "￼".
 * Throws on markers that are unbalanced, crossed, empty, or used twice.
 */
export function formattedCharacters(text: DocumentText, index: number): FormattedCharacter[] {
  const codes = new Map(text.codes.map((code) => [code.id, code]));
  const open: { id: number; from: number }[] = [];
  const used = new Set<number>();
  const found: FormattedCharacter[] = [];
  const source = text.paragraphs[index]?.text ?? "";
  const add = (characters: string) => {
    const formats = open.map(({ id }) =>
      [codes.get(id)?.kind, codes.get(id)?.href].filter(Boolean).join(" "),
    );
    found.push(...[...characters].map((character) => ({ character, formats: formats.toSorted() })));
  };
  const begin = (id: number) => {
    if (used.has(id)) throw new Error(`marker ${id} twice in ${source}`);
    used.add(id);
    open.push({ id, from: found.length });
  };
  const end = (id: number) => {
    const last = open.pop();
    if (last?.id !== id) throw new Error(`crossed marker ${id} in ${source}`);
    if (last.from === found.length) throw new Error(`empty marker ${id} in ${source}`);
  };
  for (const [token] of source.matchAll(/<\/?\d+\/?>|[\s\S]/gu)) {
    const id = Number(/\d+/.exec(token)?.[0]);
    const code = /^<.*>$/s.test(token) ? codes.get(id) : undefined;
    if (!code) add(token);
    else if (token.endsWith("/>")) add(code.kind === "break" ? "\n" : "￼");
    else if (token.startsWith("</")) end(id);
    else begin(id);
  }
  if (open.length > 0) throw new Error(`open markers in ${source}`);
  return found;
}

/** The paragraph without its codes. */
export const plainText = (text: DocumentText, index: number): string =>
  formattedCharacters(text, index)
    .map(({ character }) => character)
    .join("");

/** "kind level text" of every paragraph, markers included. */
/** The number of each list item, null where it has none. */
export const listNumbers = (text: DocumentText): (number | null)[] =>
  text.paragraphs.flatMap(({ kind, ordinal }) => (kind === "list-item" ? [ordinal ?? null] : []));

export const outline = (text: DocumentText): string[] =>
  text.paragraphs.map(({ kind, level, text: content }) => `${kind} ${level} ${content}`);
