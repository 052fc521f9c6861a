import type { DocumentText } from "../document/paragraph";

/**
 * The paragraphs without their inline codes, for whatever works on words: a line break becomes
 * a space, other markers vanish. Markers that the author typed stay.
 */
export function plainTexts({ paragraphs, codes }: DocumentText): string[] {
  const kinds = new Map(codes.map(({ id, kind }) => [id, kind]));
  return paragraphs.map(({ text }) =>
    text.replace(/<(?:(\d+)|\/(\d+)|(\d+)\/)>/g, (marker, start, end, place) => {
      const kind = kinds.get(Number(start ?? end ?? place));
      if (!kind) return marker;
      return kind === "break" ? " " : "";
    }),
  );
}
